import { lazy, Suspense, useState } from 'react';
import { SessionProvider } from '../session-access.tsx';
import { Working } from '../parts/working.tsx';
import type { OpenedFile } from './open-file.ts';
import { StartScreen } from './start-screen.tsx';

const FileFrame = lazy(() => import('./file-frame.tsx'));

/** The page without Excel: first a register is chosen, then it stands beside its findings. */
export default function FilePlace() {
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  if (!opened) return <StartScreen onOpened={setOpened} />;
  const close = (): void => {
    opened.session.close();
    setOpened(null);
  };
  return (
    <SessionProvider value={opened.session}>
      <Suspense fallback={<Working />}>
        <FileFrame workbook={opened.workbook} onClose={close} />
      </Suspense>
    </SessionProvider>
  );
}
