import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTexts } from '../language.tsx';
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
  readonly onFile: (file: File | undefined) => void;
}

/** Where a register is chosen; it may be dropped anywhere on the page. */
export function DropBox({ opening, onFile }: DropBoxProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useFileDrop(opening === null ? onFile : ignore);
  return (
    <div className={mergeClasses(styles.box, isOver && styles.over)}>
      {opening === null ? (
        <>
          <Button appearance="primary" size="large" onClick={() => input.current?.click()}>
            {t('start.choose')}
          </Button>
          <Text align="center" className={styles.quiet}>
            {t('start.drop')}
          </Text>
        </>
      ) : (
        <Spinner label={t('start.opening', { name: opening })} />
      )}
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-label={t('start.choose')}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
