import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useTexts } from '../language.tsx';

export type Screen = 'check' | 'upcoming' | 'sending' | 'reading' | 'protocol' | 'region';

const IN_MENU = ['reading', 'protocol', 'region'] as const;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    // Excel puts its own menu over the top right corner of a pane.
    paddingRight: '34px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  tabs: { flexWrap: 'wrap' },
  tab: { paddingInline: tokens.spacingHorizontalS },
});

interface PaneTabsProps {
  readonly screen: Screen;
  readonly onSelect: (screen: Screen) => void;
}

export function PaneTabs({ screen, onSelect }: PaneTabsProps) {
  const { t, switchLanguage } = useTexts();
  const styles = useStyles();
  const inMenu = IN_MENU.find((one) => one === screen);
  const show = (value: unknown): void => {
    if (value === 'check' || value === 'upcoming' || value === 'sending') onSelect(value);
    else if (inMenu && value === inMenu) onSelect(inMenu);
  };
  return (
    <header className={styles.bar}>
      <TabList
        className={styles.tabs}
        aria-label={t('tab.list')}
        selectedValue={screen}
        onTabSelect={(_event, { value }) => show(value)}
      >
        <Tab value="check" className={styles.tab}>
          {t('tab.check')}
        </Tab>
        <Tab value="upcoming" className={styles.tab} aria-label={t('tab.upcoming.name')}>
          {t('tab.upcoming')}
        </Tab>
        <Tab value="sending" className={styles.tab}>
          {t('tab.sending')}
        </Tab>
        {inMenu ? (
          <Tab value={inMenu} className={styles.tab}>
            {t(`tab.${inMenu}`)}
          </Tab>
        ) : null}
      </TabList>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" icon={<MoreHorizontalRegular />} menuIcon={null} aria-label={t('app.more')} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {IN_MENU.map((one) => (
              <MenuItem key={one} onClick={() => onSelect(one)}>
                {t(`tab.${one}`)}
              </MenuItem>
            ))}
            <MenuItem onClick={switchLanguage}>{t('app.language')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
