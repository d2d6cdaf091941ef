import { Button, makeStyles, ProgressBar, Subtitle2, Text } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Pack } from '../../../shared/packs/pack.ts';
import { registerSheet } from '../../../shared/reports/register-sheet.ts';
import type { RegisterRecord } from '../../../shared/reports/register-records.ts';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import { showDate } from '../../../shared/text/format.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { MOST_RECORDS, type ReadRecords } from '../../engine/region-register.ts';
import { useKeyring } from '../keys/pane-keyring.ts';
import { Sentence } from '../parts/sentence.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { fileRecords, type DroppedFile } from './file-records.ts';
import { filtered, NO_FILTER, RecordFilters } from './record-filters.tsx';
import { OpenedPanel } from './opened-panel.tsx';
import { RecordList } from './record-list.tsx';
import { ReportButtons } from './report-outlet.tsx';
import { useRegionTexts } from './region-texts.ts';
import { useRecords } from './use-records.ts';

const useStyles = makeStyles({ wide: { width: '100%' } });

interface RegisterPanelProps {
  readonly client: RegionClient;
  readonly picture: Picture;
  readonly pack: Pack;
  readonly files: readonly DroppedFile[];
  readonly onClose: () => void;
}

/** «Сводный реестр»: the families of all districts in one list, and as a sheet that is a register itself. */
export default function RegisterPanel({ client, picture, pack, files, onClose }: RegisterPanelProps) {
  const texts = useRegionTexts();
  const { r } = texts;
  const styles = useStyles();
  const { keys } = useKeyring();
  const [filter, setFilter] = useState(NO_FILTER);
  const { progress, outcome, read, stop } = useRecords({ client, picture, pack, keys }, texts);
  const records = useMemo(
    () =>
      withFiles(
        outcome,
        fileRecords(files, { pack, at: picture.at, sourceOf: (facts) => r('register.source.file', facts) }),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- the texts change with the language only, and the lines keep theirs
    [outcome, files, pack, picture.at],
  );
  const shown = useMemo(() => filtered(records, filter), [records, filter]);
  const at = showDate(picture.at.slice(0, 10));
  const chosen = picture.districts.find(({ district }) => district.title === filter.district)?.district.id ?? null;
  return (
    <OpenedPanel label={r('register')} isScreenOnly onClose={onClose}>
      <Subtitle2 as="h3">{r('register')}</Subtitle2>
      <Text>{r('register.lead')}</Text>
      {keys.length === 0 ? <Sentence intent="info">{r('register.no-key')}</Sentence> : null}
      {progress === null ? (
        <Button appearance={outcome === null ? 'primary' : 'secondary'} onClick={() => void read(chosen)}>
          {r(outcome === null ? 'register.read' : 'register.again')}
        </Button>
      ) : (
        <div className={styles.wide} role="status">
          <Text block>{r('register.progress', progress)}</Text>
          <ProgressBar
            aria-label={r('register')}
            {...(progress.expected > 0 ? { value: Math.min(1, progress.read / progress.expected) } : {})}
          />
          <Button size="small" onClick={stop}>
            {r('register.stop')}
          </Button>
        </div>
      )}
      <CutSentence outcome={outcome} />
      {outcome === null ? null : (
        <>
          <RecordFilters records={records} pack={pack} filter={filter} onChange={setFilter} />
          <Text role="status">{r('register.count', { shown: shown.length, all: records.length })}</Text>
          <ReportButtons
            isDisabled={shown.length === 0}
            fileName={r('register.file', { at })}
            make={() =>
              registerSheet(shown, {
                name: r('register.sheet'),
                title: r('register.title', { region: picture.region.title }),
                lead: r('register.sheet-lead', { at }),
              })
            }
          />
          <RecordList records={shown} />
        </>
      )}
    </OpenedPanel>
  );
}

/** A dropped workbook stands for its district. */
function withFiles(outcome: ReadRecords | null, dropped: readonly RegisterRecord[]): readonly RegisterRecord[] {
  const instead = new Set(dropped.map(({ district }) => district));
  return [...(outcome?.records ?? []).filter(({ district }) => !instead.has(district)), ...dropped];
}

function CutSentence({ outcome }: { readonly outcome: ReadRecords | null }) {
  const { r } = useRegionTexts();
  const cut = outcome?.cut ?? null;
  if (cut === null) return null;
  if (cut === 'too-many')
    return <Sentence intent="warning">{r('register.cut.too-many', { most: MOST_RECORDS })}</Sentence>;
  if (cut === 'stopped') return <Sentence intent="warning">{r('register.cut.stopped')}</Sentence>;
  return (
    <>
      <Sentence intent="warning">{r('register.cut.failed')}</Sentence>
      <SendingError error={cut} />
    </>
  );
}
