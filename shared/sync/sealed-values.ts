/**
 * Sealed values among the values of a row [PR9]. In the pane they are texts that can be compared and merged like any
 * other; they are sealed on the way to the server and opened on the way back. The server has them sealed only.
 */
import { isoOf } from '../domain/day.ts';
import { fieldSpec, type FieldSpec } from '../domain/fields.ts';
import type { RegisterRow } from '../domain/register.ts';
import type { CodeValue, Person } from '../domain/values.ts';
import { isSentKind, sealedFields, sealedName, unsealedName } from '../privacy/travel.ts';
import { MAX_SEALED_TEXT } from './limits.ts';
import type { WireValue, WireValues } from './wire-values.ts';

/** Stands for a value that no key at hand opens. A control character: no text of a cell that is sent begins so. */
export const UNOPENED = '\u0002';

/** The texts of a row that are to be sealed, under the names by which they travel. Too long ones stay at home. */
export function sealedTexts(row: RegisterRow): WireValues {
  if (!isSentKind(row.kind)) return {};
  const decoded: Readonly<Record<string, unknown>> = row.values;
  const texts: Record<string, WireValue> = {};
  for (const field of sealedFields(row.kind)) {
    const spec = fieldSpec(row.kind, field);
    const value = decoded[field];
    if (spec === undefined || value === undefined) continue;
    const text = value === null ? '' : textOf(spec, value).trim();
    if (text.length <= MAX_SEALED_TEXT) texts[sealedName(field)] = text === '' ? null : text;
  }
  return texts;
}

/** A value as people would read it. The casts are the edge between decoded values and text: the type says what it is. */
function textOf(spec: FieldSpec, value: unknown): string {
  switch (spec.type) {
    case 'date':
      return dayText(value as number);
    case 'code':
      return codeText(value as CodeValue);
    case 'codes':
      return (value as readonly CodeValue[]).map(codeText).join('; ');
    case 'people':
      return (value as readonly Person[]).map(personText).join('; ');
    default:
      return String(value);
  }
}

function dayText(day: number): string {
  return Number.isInteger(day) ? isoOf(day) : '?';
}

function codeText({ code, text }: CodeValue): string {
  return code ?? text;
}

function personText({ name, birthDate, birthYearOnly, relation, isStudying }: Person): string {
  const born = birthDate === null ? null : birthYearOnly ? dayText(birthDate).slice(0, 4) : dayText(birthDate);
  return [name, born, relation, isStudying ? 'study' : null].filter((part) => part !== null && part !== '').join(', ');
}

/** Whether one of the values left the workbook sealed. */
export function hasSealed(values: WireValues): boolean {
  return Object.keys(values).some((name) => unsealedName(name) !== null);
}

/** The values without the sealed ones: what the server can read. */
export function openValues(values: WireValues): WireValues {
  return hasSealed(values)
    ? Object.fromEntries(Object.entries(values).filter(([name]) => unsealedName(name) === null))
    : values;
}

/** The sealed values alone. */
export function onlySealed(values: WireValues): WireValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => unsealedName(name) !== null));
}

/**
 * The values of a row after a change: a sealed value that the change does not name stays as it is, so that a pane
 * without the key loses nobody's words and an unchanged text need not travel again [PU14].
 */
export function withKeptSealed(before: WireValues | null, change: WireValues): WireValues {
  return before !== null && hasSealed(before) ? { ...onlySealed(before), ...change } : change;
}
