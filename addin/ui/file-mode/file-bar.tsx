import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import type { FileWorkbook } from '../../file/file-workbook.ts';
import { useTexts } from '../language.tsx';
import { later } from '../parts/later.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { download } from './download.ts';
import { useSaveKey } from './use-save-key.ts';

const LeaveDialog = later(() => import('./leave-dialog.tsx'));

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    flex: '1 1 10em',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // On a telephone the name has a line of its own, and the buttons stand together under it.
    '@media (max-width: 480px)': { flexBasis: '100%' },
  },
  nameOfUnsaved: { '@media (max-width: 480px)': { flexBasis: '60%' } },
  unsaved: { color: tokens.colorNeutralForeground2 },
});

interface FileBarProps {
  readonly workbook: FileWorkbook;
  readonly onClose: () => void;
}

/** The file's name and «Сохранить копию», which stands out as soon as something has changed. */
export function FileBar({ workbook, onClose }: FileBarProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const isUnsaved = useSessionState((state) => state.hasUnsavedChanges);
  const [saving, setSaving] = useState<'no' | 'saved' | 'failed'>('no');
  const [isLeaving, setIsLeaving] = useState(false);

  const save = async (): Promise<boolean> => {
    const noteSaved = session.saving();
    try {
      const bytes = await workbook.saveCopy();
      download(workbook.copyName, new Uint8Array(bytes), 'application/octet-stream');
      noteSaved();
      setSaving('saved');
      return true;
    } catch {
      setSaving('failed');
      return false;
    }
  };
  useSaveKey(() => void save());
  const saveAndLeave = async (): Promise<void> => {
    setIsLeaving(false);
    if (await save()) onClose();
  };
  return (
    <>
      <div className={styles.bar}>
        <Text
          weight="semibold"
          className={mergeClasses(styles.name, isUnsaved && styles.nameOfUnsaved)}
          title={workbook.name}
        >
          {workbook.name}
        </Text>
        {isUnsaved ? (
          <Text size={200} className={styles.unsaved}>
            {t('frame.unsaved')}
          </Text>
        ) : null}
        <Button
          size="small"
          appearance={isUnsaved ? 'primary' : 'secondary'}
          icon={<ArrowDownloadRegular />}
          onClick={() => void save()}
        >
          {t('frame.save')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<FolderOpenRegular />}
          onClick={() => (isUnsaved ? setIsLeaving(true) : onClose())}
        >
          {t('frame.other')}
        </Button>
      </div>
      <div role="status">
        {saving === 'saved' && !isUnsaved ? (
          <Sentence intent="success" onDismiss={() => setSaving('no')}>
            {t('frame.saved', { name: workbook.copyName })}
          </Sentence>
        ) : null}
        {saving === 'failed' ? (
          <Sentence intent="error" onDismiss={() => setSaving('no')}>
            {t('frame.save-failed')}
          </Sentence>
        ) : null}
      </div>
      <Suspense>
        {isLeaving ? (
          <LeaveDialog
            name={workbook.name}
            onSave={() => void saveAndLeave()}
            onDrop={onClose}
            onCancel={() => setIsLeaving(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
