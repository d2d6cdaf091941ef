import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { refuseFiles } from './file-mode/use-file-drop.ts';
import { LanguageProvider } from './language.tsx';
import { keepFocus } from './parts/kept-focus.ts';
import { later } from './parts/later.tsx';
import { Mishap } from './parts/mishap.tsx';
import { Working } from './parts/working.tsx';
import { usePageTheme } from './theme.ts';

const ExcelPlace = later(() => import('./boot/excel-place.tsx'));
const FilePlace = later(() => import('./file-mode/file-place.tsx'));

const useStyles = makeStyles({
  root: { height: '100%', minWidth: 0, '@media print': { height: 'auto' } },
});

export function App({ host }: { readonly host: 'excel' | 'file' }) {
  const theme = usePageTheme();
  const styles = useStyles();
  const [place, setPlace] = useState(host);
  useEffect(() => keepFocus(document), []);
  useEffect(refuseFiles, []);
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
