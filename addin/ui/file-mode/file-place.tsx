import { Suspense, useState } from 'react';
import { SessionProvider } from '../session-access.tsx';
import { later } from '../parts/later.tsx';
import { Working } from '../parts/working.tsx';
import type { OpenedFile } from './open-file.ts';
import { StartScreen } from './start-screen.tsx';

const RegionPlace = later(() => import('../region/region-place.tsx'));
const FileFrame = later(() => import('./file-frame.tsx'));

/** The page without Excel: first a register is chosen, then it stands beside its findings. */
export default function FilePlace() {
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [isRegion, setIsRegion] = useState(false);
  if (isRegion) {
    return (
      <Suspense fallback={<Working />}>
        <RegionPlace onBack={() => setIsRegion(false)} />
      </Suspense>
    );
  }
  if (!opened) return <StartScreen onOpened={setOpened} onRegion={() => setIsRegion(true)} />;
  const close = (): void => {
    opened.session.close();
    opened.workbook.close();
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
