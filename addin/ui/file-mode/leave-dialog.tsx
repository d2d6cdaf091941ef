import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useTexts } from '../language.tsx';

interface LeaveDialogProps {
  readonly name: string;
  readonly onSave: () => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
}

/** Asks once before unsaved changes are left behind. */
export default function LeaveDialog({ name, onSave, onDrop, onCancel }: LeaveDialogProps) {
  const { t } = useTexts();
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => (open ? undefined : onCancel())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('frame.leave.title')}</DialogTitle>
          <DialogContent>{t('frame.leave.body', { name })}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onSave}>
              {t('frame.leave.save')}
            </Button>
            <Button onClick={onDrop}>{t('frame.leave.drop')}</Button>
            <Button onClick={onCancel}>{t('app.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
