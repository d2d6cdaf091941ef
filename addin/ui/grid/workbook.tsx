import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { SheetInfo } from '../../engine/workbook-port.ts';
import type { FileWorkbook } from '../../file/file-workbook.ts';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { SheetGrid } from './sheet-grid.tsx';

const useStyles = makeStyles({
  workbook: { height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 },
  tabs: {
    overflowX: 'auto',
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** The visible sheets, and the protocol that was among them when they were asked for. */
interface SheetList {
  readonly sheets: readonly SheetInfo[];
  readonly protocolSheet: string | null;
}

/** The workbook as people know it: one sheet at a time, tabs below. Hidden sheets stay hidden. */
export function Workbook({ workbook }: { readonly workbook: FileWorkbook }) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const selected = useSessionState((state) => state.selected);
  const journal = useSessionState((state) => state.journal);
  const protocolSheet = useSessionState((state) => state.protocolSheet);
  const [{ sheets }, setList] = useState<SheetList>({ sheets: [], protocolSheet: null });
  useEffect(() => {
    void workbook
      .listSheets()
      .then((all) => setList({ sheets: all.filter(({ visibility }) => visibility === 'visible'), protocolSheet }));
  }, [workbook, protocolSheet]);
  const sheet = selected?.sheet ?? sheets[0]?.name;
  // A new view after every step of the journal: the sheet may have grown.
  const view = useMemo(
    () => (sheet === undefined ? null : { sheet: workbook.view(sheet), after: journal.length, protocolSheet }),
    [workbook, sheet, journal, protocolSheet],
  );
  return (
    <section className={styles.workbook}>
      {view ? <SheetGrid key={sheet} view={view.sheet} /> : null}
      {sheets.length > 1 ? (
        <TabList
          size="small"
          className={styles.tabs}
          aria-label={t('grid.sheets')}
          selectedValue={sheet}
          onTabSelect={(_event, { value }) => void session.goTo({ sheet: String(value), row: 1, column: 0 })}
        >
          {sheets.map(({ name }) => (
            <Tab key={name} value={name}>
              {name}
            </Tab>
          ))}
        </TabList>
      ) : null}
    </section>
  );
}
