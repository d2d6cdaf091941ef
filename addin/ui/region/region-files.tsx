import { Button, Field, makeStyles, Select, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DragEvent } from 'react';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import { workbookProblemText } from '../../../shared/text/workbook-texts.ts';
import { WorkbookError } from '../../engine/workbook-port.ts';
import { useTexts } from '../language.tsx';
import { isNotFetched } from '../parts/not-fetched.ts';
import { FileButton } from '../parts/file-button.tsx';
import { Sentence } from '../parts/sentence.tsx';
import type { FileRow } from './picture-rows.ts';
import type { FileReading } from './read-file-row.ts';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  files: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    '@media print': { display: 'none' },
  },
  box: {
    width: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingVerticalL,
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalS,
    outline: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  one: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end' },
});

interface Dropped {
  readonly name: string;
  readonly district: string;
  readonly reading: FileReading;
}

interface RegionFilesProps {
  readonly picture: Picture;
  /** The norms by which the workbooks are judged. */
  readonly pack: Pack;
  readonly onChange: (rows: readonly FileRow[]) => void;
}

/** Workbooks of districts that are not online: read and checked here, never sent. */
export function RegionFiles({ picture, pack, onChange }: RegionFilesProps) {
  const { t, language } = useTexts();
  const { r } = useRegionTexts();
  const styles = useStyles();
  const [dropped, setDropped] = useState<readonly Dropped[]>([]);
  const [reading, setReading] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const show = (next: readonly Dropped[]): void => {
    setDropped(next);
    onChange(next.flatMap((one) => fileRow(picture, one)));
  };
  const add = async (files: readonly File[]): Promise<void> => {
    const said: string[] = [];
    let all = dropped;
    for (const file of files) {
      setReading(file.name);
      const outcome = await readOne(file, picture, pack);
      if (typeof outcome === 'object' && outcome !== null) {
        all = [...all, { name: file.name, district: likelyDistrict(picture, file.name), reading: outcome }];
      } else if (outcome === null) said.push(r('files.no-table', { name: file.name }));
      else if (outcome === 'not-fetched') said.push(t('file.problem.not-fetched'));
      else said.push(r('files.failed', { name: file.name, why: workbookProblemText(outcome, language) }));
    }
    setReading(null);
    setProblems([...new Set(said)]);
    show(all);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (event.type === 'drop') void add([...event.dataTransfer.files]);
  };
  return (
    <section className={styles.files} aria-label={r('files')}>
      <Subtitle2 as="h2">{r('files')}</Subtitle2>
      <div className={styles.box} onDragOver={drop} onDrop={drop}>
        <Text block>{r('files.lead')}</Text>
        <FileButton
          isMany
          disabled={reading !== null}
          accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv"
          label={r('files.choose')}
          onFiles={(files) => void add(files)}
        >
          {reading === null ? r('files.choose') : r('files.reading', { name: reading })}
        </FileButton>
      </div>
      {problems.map((problem) => (
        <Sentence key={problem} intent="warning">
          {problem}
        </Sentence>
      ))}
      {dropped.map((one, index) => (
        <div key={`${index} ${one.name}`} className={styles.one}>
          <Field label={r('files.district', { name: one.name })}>
            <Select
              value={one.district}
              onChange={(_event, { value }) => show(dropped.with(index, { ...one, district: value }))}
            >
              {picture.districts.map(({ district }) => (
                <option key={district.id} value={district.id}>
                  {district.title}
                </option>
              ))}
            </Select>
          </Field>
          <Text>{r('files.facts', factsOf(one.reading))}</Text>
          <Button size="small" onClick={() => show(dropped.toSpliced(index, 1))}>
            {r('files.remove')}
          </Button>
        </div>
      ))}
    </section>
  );
}

function factsOf({ cases, unread, row }: FileReading) {
  return { cases, unread, errors: row.errors ?? 0, warnings: row.warnings ?? 0 };
}

function fileRow({ districts }: Picture, { name, district: id, reading }: Dropped): readonly FileRow[] {
  const found = districts.find(({ district }) => district.id === id);
  return found ? [{ district: found.district, fileName: name, row: reading.row, reading }] : [];
}

/** The district whose name stands in the file's name, or one that has sent nothing. */
function likelyDistrict({ districts }: Picture, fileName: string): string {
  const name = fileName.toLowerCase();
  const named = districts.find(({ district }) => name.includes((district.title.split(' ')[0] ?? '').toLowerCase()));
  const silent = districts.find(({ lastSending }) => lastSending === null);
  return (named ?? silent ?? districts[0])?.district.id ?? '';
}

async function readOne(file: File, picture: Picture, pack: Pack) {
  try {
    const { readFileRow } = await import('./read-file-row.ts');
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await readFileRow({ name: file.name, bytes, pack, period: picture.period, asOf: picture.at.slice(0, 10) });
  } catch (error) {
    if (isNotFetched(error)) return 'not-fetched' as const;
    return error instanceof WorkbookError ? error.code : ('damaged-file' as const);
  }
}
