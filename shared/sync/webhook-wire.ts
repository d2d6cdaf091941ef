/** The digest of what falls due, and the address that a region may have it sent to every week. */
import * as z from 'zod';

/** Attempts at one digest; the pauses between them double from an hour. */
export const MOST_DELIVERIES = 6;

const MOST_CHARACTERS = 500;
/** Names that never lead out of a building. */
const INNER_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|test|invalid|example|onion)$/;

/**
 * The address as it is kept, or null for one that is not to be used: only https, no user or password in it, a name of the
 * internet, no numbers in place of a name. Where such a name leads is not looked up here.
 */
export function webhookAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const host = url.hostname.replace(/\.$/, '').toLowerCase();
  const hasLabels = /^[^.]+(\.[^.]+)+$/.test(host);
  const isName = hasLabels && !/^[\d.]+$/.test(host) && !host.includes(':') && !INNER_NAMES.test(host);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || !isName) return null;
  url.hash = '';
  return url.href;
}

export const newWebhookSchema = z
  .strictObject({ url: z.string().max(MOST_CHARACTERS) })
  .meta({ examples: [{ url: 'https://hooks.region-centre.ru/kurator' }] });

const deliverySchema = z.object({
  week: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number(),
  /** ISO; null: not tried yet. */
  lastAt: z.string().nullable(),
  /** ISO; when it is tried next. */
  nextAt: z.string(),
  /** Of the receiver's last answer; null: no answer. */
  status: z.number().nullable(),
});
export const webhookSchema = z.object({
  webhook: z.object({ url: z.string(), setAt: z.string() }).nullable(),
  deliveries: z.array(deliverySchema),
});
export type WebhookView = z.infer<typeof webhookSchema>;

/** The secret is told once, when the address is set. */
export const webhookSecretSchema = z.object({ url: z.string(), secret: z.string() });
export const webhookTestSchema = z.object({ isDelivered: z.boolean(), status: z.number().nullable() });

const digestDueSchema = z.object({ kind: z.string(), count: z.number(), first: z.iso.date() });

const curatorDueSchema = z.object({
  /** The pseudonym of a curator, null for cases without one. */
  curator: z.string().nullable(),
  due: z.array(digestDueSchema),
  /** Levels at which one more family would be over the norm. */
  full: z.number(),
});

/** What falls due in a register within two weeks. */
export const digestSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  pack: z.string(),
  due: z.array(digestDueSchema),
  curators: z.array(curatorDueSchema),
});
export type Digest = z.infer<typeof digestSchema>;
export const registerDigestSchema = z.object({ register: z.string(), at: z.number(), digest: digestSchema });
export type RegisterDigest = z.infer<typeof registerDigestSchema>;

const DIGEST_EXAMPLE = {
  type: 'kurator.digest',
  version: 1,
  region: { id: 'region', title: 'Северный край' },
  from: '2026-11-23',
  to: '2026-12-07',
  districts: [
    {
      id: 'lesnoy',
      title: 'Лесной район',
      due: [{ kind: 'visit', count: 12, first: '2026-11-30' }],
      curators: [
        { curator: 'kp1_Wf2hJ9sKd6uEa4Rt0vBnMq', due: [{ kind: 'visit', count: 12, first: '2026-11-30' }], full: 1 },
      ],
    },
  ],
  text: 'Куратор, Северный край: что предстоит с 23.11.2026 по 07.12.2026.\nЛесной район: посещения — 12 (первый срок 30.11.2026).',
};

/** What is sent: counts, days, names of districts, pseudonyms of curators. No names of people. */
export const digestMessageSchema = z
  .object({
    type: z.enum(['kurator.digest', 'kurator.test']),
    version: z.literal(1),
    region: z.object({ id: z.string(), title: z.string() }),
    /** ISO; null: the server has not looked ahead yet. */
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    districts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        due: z.array(digestDueSchema),
        curators: z.array(curatorDueSchema),
      }),
    ),
    /** The same in Russian words, for messengers. */
    text: z.string(),
  })
  .meta({ examples: [DIGEST_EXAMPLE] });
export type DigestMessage = z.infer<typeof digestMessageSchema>;
