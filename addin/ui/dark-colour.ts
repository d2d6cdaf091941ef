/** Shares of red, green and blue in how bright a colour is to the eye (ITU-R BT.709). */
const WEIGHTS = [0.2126, 0.7152, 0.0722] as const;

/** True for a dark colour, as "#1f1f1f" or "1F1F1F"; null for what is no colour. */
export function isDarkColour(colour: string | undefined): boolean | null {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour?.trim() ?? '');
  if (!match) return null;
  const brightness = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number.parseInt(match[at + 1] ?? '', 16), 0);
  return brightness < 128;
}
