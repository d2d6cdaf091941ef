import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { dayOfIso } from '../../../shared/domain/day.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { findingMessage } from '../../../shared/text/rule-texts.ts';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

const useStyles = makeStyles({ fields: { display: 'grid', gap: tokens.spacingVerticalM } });

interface ExplainDialogProps {
  readonly finding: Finding;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** «Пояснить»: why a finding is right as it is, who says so, and until when. */
export default function ExplainDialog({ finding, onSaved, onClose }: ExplainDialogProps) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const lastAuthor = useSessionState((state) => state.remembered.author);
  const [reason, setReason] = useState('');
  const [author, setAuthor] = useState(lastAuthor);
  const [until, setUntil] = useState('');
  const [isTried, setIsTried] = useState(false);
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setIsTried(true);
    const empty = [reason, author].findIndex((text) => text.trim() === '');
    if (empty >= 0) return event.currentTarget.querySelectorAll<HTMLElement>('[required]')[empty]?.focus();
    const end = dayOfIso(until) === null ? null : until;
    void session.explain(finding, { reason: reason.trim(), author: author.trim(), until: end });
    // What was done before it is over.
    session.dismissNotice();
    onSaved();
    onClose();
  };
  const missing = (text: string, key: 'explain.reason-needed' | 'explain.author-needed') =>
    isTried && text.trim() === '' ? { validationMessage: t(key) } : {};
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <form noValidate onSubmit={save}>
          <DialogBody>
            <DialogTitle>{t('explain.title')}</DialogTitle>
            <DialogContent className={styles.fields}>
              <div>
                {finding.subject === null ? null : (
                  <Text block weight="semibold">
                    {finding.subject}
                  </Text>
                )}
                <Text block>{findingMessage(finding, language)}</Text>
              </div>
              <Field label={t('explain.reason')} required {...missing(reason, 'explain.reason-needed')}>
                <Textarea value={reason} onChange={(_event, { value }) => setReason(value)} />
              </Field>
              <Field label={t('explain.author')} required {...missing(author, 'explain.author-needed')}>
                <Input value={author} onChange={(_event, { value }) => setAuthor(value)} />
              </Field>
              <Field label={t('explain.until')}>
                <Input type="date" value={until} onChange={(_event, { value }) => setUntil(value)} />
              </Field>
              <Text size={200}>{t('explain.lead')}</Text>
            </DialogContent>
            <DialogActions fluid>
              <Button type="submit" appearance="primary">
                {t('explain.save')}
              </Button>
              <Button onClick={onClose}>{t('app.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
