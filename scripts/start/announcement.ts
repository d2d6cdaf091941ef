/** What `npm start` prints when pane and API answer. */
import { DISTRICTS, REGION, type TrainingKeys } from './training-region.ts';

interface Served {
  readonly port: number;
  readonly isSecure: boolean;
  /** The folder of data, as people on this computer call it. */
  readonly folder: string;
  /** Named with --data: `--fresh` alone would erase another folder. */
  readonly isOwnFolder: boolean;
}

/** Address, training region and its keys, and where the data are. */
export function announcement({ port, isSecure, folder, isOwnFolder }: Served, keys: TrainingKeys): string {
  return [
    '',
    `Куратор работает: ${isSecure ? 'https' : 'http'}://localhost:${port}`,
    ...(isSecure ? ['Сертификат свой: откройте адрес в браузере и подтвердите доверие, потом добавляйте панель.'] : []),
    '',
    `Регион: ${REGION.title} (${DISTRICTS.map(({ title }) => title).join(', ')})`,
    'Ключи доступа:',
    `  оператор (районы):      ${keys.operator}`,
    `  руководитель (регион):  ${keys.manager}`,
    `  администратор:          ${keys.admin}`,
    '',
    `Данные: папка ${folder}.${isOwnFolder ? '' : ' Начать заново: npm start -- --fresh'}`,
    'Остановить: Ctrl+C',
  ].join('\n');
}
