import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useState } from 'react';
import { LanguageProvider } from './language.tsx';
import { Mishap } from './parts/mishap.tsx';
import { Working } from './parts/working.tsx';
import { usePageTheme } from './theme.ts';

const ExcelPlace = lazy(() => import('./boot/excel-place.tsx'));
const FilePlace = lazy(() => import('./file-mode/file-place.tsx'));

const useStyles = makeStyles({
  root: { height: '100%', minWidth: 0, '@media print': { height: 'auto' } },
});

export function App({ host }: { readonly host: 'excel' | 'file' }) {
  const theme = usePageTheme();
  const styles = useStyles();
  const [place, setPlace] = useState(host);
  const openFiles = useCallback(() => setPlace('file'), []);
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <LanguageProvider>
        <Mishap>
          <Suspense fallback={<Working />}>
            {place === 'excel' ? <ExcelPlace onUseFile={openFiles} /> : <FilePlace />}
          </Suspense>
        </Mishap>
      </LanguageProvider>
    </FluentProvider>
  );
}
