import { Suspense, useEffect, useState } from 'react';
import { useSessionState } from '../session-access.tsx';
import { later } from '../parts/later.tsx';
import { Working } from '../parts/working.tsx';

/** Quick work shows nothing: a bar that flashes only disturbs. */
const SHOWN_AFTER_MS = 300;

export const loadLongWork = () => import('./long-work.tsx');
const LongWork = later(loadLongWork);

export function RunProgress() {
  const isWorking = useSessionState(({ work }) => work !== null && work.isAsked);
  return isWorking ? <AfterAWhile /> : null;
}

function AfterAWhile() {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? (
    <Suspense fallback={<Working />}>
      <LongWork />
    </Suspense>
  ) : null;
}
