/** One person written two ways, «Иванова А. П.» and «Иванова Анна Петровна», must have one pseudonym. */
import { nameForm } from './normalise.ts';

/**
 * Looks names up among all names of a workbook: a name with initials is taken for the full name that has them, if there
 * is exactly one such; any other name stays as it is.
 */
export function unfoldedInitials(names: readonly string[]): (name: string) => string {
  const fullByInitials = new Map<string, Set<string>>();
  for (const name of names) {
    const form = nameForm(name);
    const initials = initialsOf(form);
    if (initials === form) continue;
    fullByInitials.set(initials, (fullByInitials.get(initials) ?? new Set()).add(form));
  }
  return (name) => {
    const form = nameForm(name);
    const [full, ...others] = [...(fullByInitials.get(form) ?? [])];
    return full === undefined || others.length > 0 ? name : full;
  };
}

/** «иванова а п» of «иванова анна петровна». */
function initialsOf(form: string): string {
  const [surname = '', ...rest] = form.split(' ');
  return [surname, ...rest.map((part) => part.slice(0, 1))].join(' ');
}
