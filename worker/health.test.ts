import { exports } from 'cloudflare:workers';
import { describe, it } from 'vitest';

describe('the API', () => {
  it('says that it is alive', async ({ expect }) => {
    const answer = await exports.default.fetch('http://localhost/api/v1/health');
    expect(answer.status).toBe(200);
  });
});
