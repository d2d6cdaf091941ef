import { makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { useFileDrop } from './use-file-drop.ts';

const ACCEPTED = '.xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.txt,.xml,.html,.htm';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalXXXL,
    textAlign: 'center',
    outline: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { outline: `2px solid ${tokens.colorBrandStroke1}` },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One register at a time. */
const ignore = (): void => {};

interface DropBoxProps {
  /** Name of the register that is being opened; null while none is. */
  readonly opening: string | null;
  readonly onFile: (file: File) => void;
}

/** Where a register is chosen; it may be dropped anywhere on the page. */
export function DropBox({ opening, onFile }: DropBoxProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const isOver = useFileDrop(opening === null ? onFile : ignore);
  return (
    <div className={mergeClasses(styles.box, isOver && styles.over)}>
      {opening === null ? (
        <>
          <FileButton appearance="primary" size="large" accept={ACCEPTED} onFiles={([file]) => onFile(file)}>
            {t('start.choose')}
          </FileButton>
          <Text align="center" className={styles.quiet}>
            {t('start.drop')}
          </Text>
        </>
      ) : (
        <Spinner label={t('start.opening', { name: opening })} />
      )}
    </div>
  );
}
