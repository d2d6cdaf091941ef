import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { ExcelPlace } from './boot/excel-place.tsx';
import { FilePlace } from './file-mode/file-place.tsx';
import { LanguageProvider } from './language.tsx';
import { Mishap } from './parts/mishap.tsx';
import { useSystemTheme } from './theme.ts';

const useStyles = makeStyles({
  root: { height: '100%', minWidth: 0, '@media print': { height: 'auto' } },
});

export function App({ host }: { readonly host: 'excel' | 'file' }) {
  const theme = useSystemTheme();
  const styles = useStyles();
  const [place, setPlace] = useState(host);
  const openFiles = useCallback(() => setPlace('file'), []);
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <LanguageProvider>
        <Mishap>{place === 'excel' ? <ExcelPlace onUseFile={openFiles} /> : <FilePlace />}</Mishap>
      </LanguageProvider>
    </FluentProvider>
  );
}
