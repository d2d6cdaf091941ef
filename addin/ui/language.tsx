/** The language of the interface. The page's own `lang` follows, so that screen readers speak it. */
import { createContext, useCallback, useContext, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { formatMessage, showDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/format.ts';
import { PANE_TEXTS_RU } from '../../shared/text/pane-texts-ru.ts';
import type { PaneTextKey } from '../../shared/text/pane-texts-ru.ts';
import { keepSetting, keptSetting } from './kept-setting.ts';

type Params = Parameters<typeof formatMessage>[2];

export interface Texts {
  readonly language: Language;
  readonly t: (key: PaneTextKey, params?: Params) => string;
  readonly switchLanguage: () => void;
  /** Takes the language of the program around the pane, unless the person has chosen one. */
  readonly suggest: (displayLanguage: string) => void;
  /** English was wanted and did not come over the network; Russian stays, and wanting it again asks again. */
  readonly isEnglishMissing: boolean;
  readonly dismissMissing: () => void;
}

const LanguageContext = createContext<Texts | null>(null);

/** Russian for every language that is not English. */
export function languageOf(displayLanguage: string): Language {
  return /^en(?:-|$)/i.test(displayLanguage) ? 'en' : 'ru';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [wanted, setWanted] = useState<Language>(() => (keptSetting('language') === 'en' ? 'en' : 'ru'));
  const { english, isHeldBack, isEnglishMissing, dismissMissing } = useEnglish(wanted === 'en', () => setWanted('ru'));
  const language: Language = wanted === 'en' && english ? 'en' : 'ru';
  const catalogue = language === 'en' && english ? english : PANE_TEXTS_RU;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = catalogue['app.title'];
  }, [language, catalogue]);
  const t = useCallback(
    (key: PaneTextKey, params?: Params) => formatMessage(language, catalogue[key], params),
    [language, catalogue],
  );
  const suggest = useCallback((displayLanguage: string) => {
    if (keptSetting('language') === null) setWanted(languageOf(displayLanguage));
  }, []);
  const texts = useMemo(
    () => ({
      language,
      t,
      suggest,
      switchLanguage: () => {
        const next = language === 'ru' ? 'en' : 'ru';
        keepSetting('language', next);
        setWanted(next);
      },
      isEnglishMissing,
      dismissMissing,
    }),
    [language, t, suggest, isEnglishMissing, dismissMissing],
  );
  if (isHeldBack) return null;
  return <LanguageContext value={texts}>{children}</LanguageContext>;
}

interface English {
  readonly english: Readonly<Record<PaneTextKey, string>> | null;
  /** Who chose English before does not see Russian first. */
  readonly isHeldBack: boolean;
  readonly isEnglishMissing: boolean;
  readonly dismissMissing: () => void;
}

/** English is loaded when somebody wants it; where it does not come, nobody wants it any more until the next wish. */
function useEnglish(isWanted: boolean, giveUp: () => void): English {
  const [english, setEnglish] = useState<English['english']>(null);
  const [isHeldBack, setIsHeldBack] = useState(isWanted);
  const [isEnglishMissing, setIsEnglishMissing] = useState(false);
  const onMissing = useEffectEvent(giveUp);
  useEffect(() => {
    if (!isWanted) return;
    void import('../../shared/text/pane-texts-en.ts')
      .then(
        ({ PANE_TEXTS_EN }) => {
          setEnglish(PANE_TEXTS_EN);
          setIsEnglishMissing(false);
        },
        () => {
          setIsEnglishMissing(true);
          onMissing();
        },
      )
      .finally(() => setIsHeldBack(false));
  }, [isWanted]);
  const dismissMissing = useCallback(() => setIsEnglishMissing(false), []);
  return { english, isHeldBack, isEnglishMissing, dismissMissing };
}

export function useTexts(): Texts {
  const texts = useContext(LanguageContext);
  if (!texts) throw new Error('no language provider');
  return texts;
}

/** Words of a part of the pane, which come with its screen and not with the first one. */
export type PartTexts<Key extends string> = (key: Key, params?: Params) => string;

/** Those words in the chosen language; the same function while that is the same. */
export function usePartTexts<Key extends string>(
  textOf: (language: Language, key: Key, params?: Params) => string,
): PartTexts<Key> {
  const { language } = useTexts();
  return useCallback((key, params) => textOf(language, key, params), [textOf, language]);
}

/** «31.10.2026, 14:05» for milliseconds since 1970, in the person's own time. */
export function showMoment(ms: number): string {
  const moment = new Date(ms);
  const iso = `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
  return `${showDate(iso)}, ${showTime(ms)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** «14:05». */
export function showTime(ms: number): string {
  const moment = new Date(ms);
  return `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}
