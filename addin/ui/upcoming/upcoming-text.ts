import type { FindingParams } from '../../../shared/domain/finding.ts';
import type { UpcomingEntry } from '../../engine/upcoming.ts';
import type { Texts } from '../language.tsx';

/** What falls due, in a few words. */
export function upcomingText({ kind, params }: UpcomingEntry, { t, language }: Texts): string {
  return t(`upcoming.${kind}`, kind === 'category' ? { category: inLanguage(params, 'category', language) } : params);
}

/** A parameter that comes in both languages: «categoryRu», «categoryEn». */
export function inLanguage(params: FindingParams, name: string, language: 'ru' | 'en'): string {
  return String(params[`${name}${language === 'ru' ? 'Ru' : 'En'}`] ?? params[name] ?? '');
}
