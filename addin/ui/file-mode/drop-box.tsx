import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useTexts } from '../language.tsx';

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

interface DropBoxProps {
  /** Name of the register that is being opened; null while none is. */
  readonly opening: string | null;
  readonly onFile: (file: File | undefined) => void;
}

/** Where a register is chosen or dropped. */
export function DropBox({ opening, onFile }: DropBoxProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(event.type === 'dragover');
    if (event.type === 'drop') onFile(event.dataTransfer.files[0]);
  };
  return (
    <div className={mergeClasses(styles.box, isOver && styles.over)} onDragOver={drag} onDragLeave={drag} onDrop={drag}>
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
