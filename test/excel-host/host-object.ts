/**
 * How the host shows an object of Excel to the request processor: tables of members under their names on the wire.
 * What is not in a table is refused loudly, so that the host can never agree to a call it does not know.
 */

/** An error that Excel would report for an action. */
export class HostError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'HostError';
    this.code = code;
  }
}

/** A member that the add-in uses and this host lacks: a fault of the test, never of the add-in. */
export class NotInHost extends Error {}

export interface HostObject {
  readonly kind: string;
  readonly isNull?: true;
  /** What instantiating tells the client. */
  readonly identity?: Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, () => unknown>>;
  readonly navigation?: Readonly<Record<string, () => HostObject>>;
  readonly setters?: Readonly<Record<string, (value: unknown) => void>>;
  readonly methods?: Readonly<Record<string, (args: readonly unknown[]) => unknown>>;
  readonly item?: (key: unknown) => HostObject;
  readonly items?: () => readonly HostObject[];
}

export const NULL_OBJECT: HostObject = { kind: 'null', isNull: true };

/** True for what stands behind an object of the client. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Looks a member up in one table of an object, or refuses loudly. */
export function member<T>(object: HostObject, table: Readonly<Record<string, T>> | undefined, name: string): T {
  const found = table && Object.hasOwn(table, name) ? table[name] : undefined;
  if (found === undefined) throw new NotInHost(`${object.kind}.${name}`);
  return found;
}

/** The name on the wire for a name as callers type it. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
