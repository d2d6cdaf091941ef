import { describe, expect, it } from 'vitest';
import { webhookAddress } from './webhook-wire.ts';

describe('the address of a webhook', () => {
  it.each([
    ['https://hooks.region-centre.ru/kurator?key=1', 'https://hooks.region-centre.ru/kurator?key=1'],
    ['  https://HOOKS.centre.ru:8443/x#part ', 'https://hooks.centre.ru:8443/x'],
    ['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
  ])('%s is taken', (text, kept) => {
    expect(webhookAddress(text)).toBe(kept);
  });

  it.each([
    '',
    'hooks.centre.ru',
    'http://hooks.centre.ru/',
    'ftp://hooks.centre.ru/',
    'javascript:alert(1)',
    'https://user:word@hooks.centre.ru/',
    'https://localhost/',
    'https://localhost./',
    'https://server/',
    'https://db.internal/',
    'https://printer.local/',
    'https://printer.local../',
    'https://.ru/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://10.0.0.7/',
    'https://169.254.169.254/latest/',
    'https://192.168.1.1./',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://8.8.8.8/',
    `https://hooks.centre.ru/${'a'.repeat(600)}`,
  ])('%s is not', (text) => {
    expect(webhookAddress(text)).toBeNull();
  });
});
