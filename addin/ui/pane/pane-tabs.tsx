import { Button, makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTexts } from '../language.tsx';
import { useSendingState } from '../sending/sending-access.tsx';
import { useSession } from '../session-access.tsx';

export type Screen =
  'check' | 'upcoming' | 'sending' | 'reading' | 'protocol' | 'report' | 'packs' | 'region' | 'admin';

const BEHIND_MORE = ['reading', 'protocol', 'report', 'packs', 'region', 'admin'] as const;

const useStyles = makeStyles({
  header: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, '@media print': { display: 'none' } },
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    paddingTop: tokens.spacingVerticalXXS,
  },
  // Excel puts its own menu over the top right corner of a pane.
  besideMenu: { paddingRight: '34px' },
  tabs: { flexWrap: 'wrap', minWidth: 0 },
  tab: {
    paddingLeft: '7px',
    paddingRight: '7px',
    '@media (max-width: 340px)': { paddingLeft: '3px', paddingRight: '3px' },
  },
  // In the middle of the first line of tabs.
  door: { marginTop: '6px' },
  more: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXS,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}`,
  },
  hidden: { display: 'none' },
});

interface PaneTabsProps {
  readonly screen: Screen;
  readonly onSelect: (screen: Screen) => void;
}

/** The sections people use daily as tabs; the rest behind «Ещё», which opens a line of buttons under them. */
export function PaneTabs({ screen, onSelect }: PaneTabsProps) {
  const { t, switchLanguage } = useTexts();
  const { workbook } = useSession();
  const styles = useStyles();
  const { connection } = useSendingState();
  const isAdmin = connection?.role === 'admin';
  const [isMore, setIsMore] = useState(false);
  const moreId = useId();
  const extra = BEHIND_MORE.find((one) => one === screen);
  const show = (next: Screen): void => {
    setIsMore(false);
    onSelect(next);
  };
  const header = useRef<HTMLElement>(null);
  useKeptFocus(screen, header, moreId);
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isMore) return;
    setIsMore(false);
    header.current?.querySelector<HTMLElement>(`[aria-controls="${moreId}"]`)?.focus();
  };
  const isScreen = (value: unknown): value is Screen =>
    value === 'check' || value === 'upcoming' || value === 'sending' || (extra !== undefined && value === extra);
  return (
    <header ref={header} className={styles.header} onKeyDown={closeOnEscape}>
      <div className={mergeClasses(styles.bar, workbook.kind === 'excel' && styles.besideMenu)}>
        <TabList
          className={styles.tabs}
          aria-label={t('tab.list')}
          selectedValue={screen}
          onTabSelect={(_event, { value }) => (isScreen(value) ? show(value) : undefined)}
        >
          <Tab value="check" data-screen="check" className={styles.tab}>
            {t('tab.check')}
          </Tab>
          <Tab value="upcoming" data-screen="upcoming" className={styles.tab} aria-label={t('tab.upcoming.name')}>
            {t('tab.upcoming')}
          </Tab>
          <Tab value="sending" data-screen="sending" className={styles.tab}>
            {t('tab.sending')}
          </Tab>
          {extra ? (
            <Tab value={extra} data-screen={extra} className={styles.tab}>
              {t(`tab.${extra}`)}
            </Tab>
          ) : null}
        </TabList>
        <Button
          className={styles.door}
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={t('app.more')}
          aria-expanded={isMore}
          aria-controls={moreId}
          onClick={() => setIsMore(!isMore)}
        />
      </div>
      <div id={moreId} className={isMore ? styles.more : styles.hidden}>
        {BEHIND_MORE.filter((one) => one !== 'admin' || isAdmin).map((one) => (
          <Button key={one} size="small" appearance="subtle" onClick={() => show(one)}>
            {t(`tab.${one}`)}
          </Button>
        ))}
        <Button size="small" appearance="subtle" onClick={switchLanguage}>
          {t('app.language')}
        </Button>
      </div>
    </header>
  );
}

/** What was pressed may go with the screen it stood on: then the new screen's tab has the focus, and not nothing. */
function useKeptFocus(screen: Screen, header: RefObject<HTMLElement | null>, moreId: string): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    const holder = document.activeElement;
    const isLost = !holder || holder === document.body || holder.closest(`[id="${moreId}"]`) !== null;
    // The list of tabs marks the selected one a moment later: it is known by its name before.
    if (isLost) header.current?.querySelector<HTMLElement>(`[data-screen="${screen}"]`)?.focus();
  }, [screen, header, moreId]);
}
