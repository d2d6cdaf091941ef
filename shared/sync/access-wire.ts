/** Who may use a region's server, as it travels: people and their roles, keys, districts, and panes that ask to be let in. */
import * as z from 'zod';

export const roleSchema = z.enum(['admin', 'manager', 'operator', 'auditor']);
export type Role = z.infer<typeof roleSchema>;

const id = z.string();
/** Milliseconds since 1970. */
const moment = z.number();
const named = z.object({ id, title: z.string() });

/** Who an access key belongs to. */
export const meSchema = z.object({
  role: roleSchema,
  name: z.string(),
  region: named,
  districts: z.array(named),
  expiresOn: z.string().nullable(),
  /** Values sealed with the region's key are taken. */
  acceptsSealed: z.boolean(),
});
export type Me = z.output<typeof meSchema>;

/** A register of a district as its list tells of it. */
export const listedRegisterSchema = z.object({
  id,
  createdAt: moment,
  /** Null: it works. */
  retiredAt: moment.nullable(),
  lastSending: z.object({ number: z.number(), at: moment }).nullable(),
});
export type ListedRegister = z.output<typeof listedRegisterSchema>;

/** A district as the region's administrator sees it. */
export const adminDistrictSchema = named.extend({
  /** Null: it works. */
  archivedAt: moment.nullable(),
});
export type AdminDistrict = z.output<typeof adminDistrictSchema>;

/** A person of the staff. Districts: ids; null: the whole region. */
export const adminPersonSchema = z.object({
  id,
  name: z.string(),
  role: roleSchema,
  districts: z.array(id).nullable(),
  /** Null: has not left. */
  archivedAt: moment.nullable(),
});
export type AdminPerson = z.output<typeof adminPersonSchema>;

/** An access key; what opens the door is told nowhere. Districts: ids; null: the whole region. */
export const adminKeySchema = z.object({
  id,
  name: z.string(),
  role: roleSchema,
  districts: z.array(id).nullable(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  revokedAt: moment.nullable(),
  /** Id of the person whose key it is; null: a key without a person. */
  person: id.nullable(),
  lastUsedAt: moment.nullable(),
});
export type AdminKey = z.output<typeof adminKeySchema>;

/** What a pane gets that asks to be let in: a code to show, and a secret to fetch its key with. */
export const askedPairingSchema = z.object({ code: z.string(), secret: z.string(), expiresAt: moment });
export type AskedPairing = z.output<typeof askedPairingSchema>;

export const claimedPairingSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('gone') }),
  z.object({ state: z.literal('approved'), token: z.string() }),
]);
export type ClaimedPairing = z.output<typeof claimedPairingSchema>;
