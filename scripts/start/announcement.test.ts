import { describe, expect, it } from 'vitest';
import { announcement } from './announcement.ts';

const KEYS = { operator: 'kur_operator', manager: 'kur_manager', admin: 'kur_admin', auditKey: '00' };
const told = (folder: string, isOwnFolder: boolean, isSecure = false) =>
  announcement({ port: 8787, isSecure, folder, isOwnFolder }, KEYS);

describe('what npm start says when it serves', () => {
  it('names the address, the region and the three keys', () => {
    expect(told('.kurator', false)).toMatch(/http:\/\/localhost:8787\n[^]*Лесной район[^]*kur_operator[^]*kur_manager/);
    expect(told('.kurator', false)).not.toContain('00');
    expect(told('.kurator', false, true)).toContain('https://localhost:8787');
  });

  it('says how to start over, but not beside a folder of data that somebody named: that would erase another one', () => {
    expect(told('.kurator', false)).toContain('Данные: папка .kurator. Начать заново: npm start -- --fresh\n');
    expect(told('/srv/kurator', true)).toContain('Данные: папка /srv/kurator.\n');
    expect(told('/srv/kurator', true)).not.toContain('--fresh');
  });
});
