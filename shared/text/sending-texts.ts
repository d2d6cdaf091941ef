/** Texts of looking through a sending, and of the region's key. */
import { translator, type Catalogue } from './format.ts';

const ru = {
  resumed: 'Прошлая отправка прервана. Эта продолжит её: дважды ничего не запишется.',
  sealed: 'Уходит зашифрованным ключом региона, сервер этого не прочтёт: {fields}.',
  look: 'Посмотреть записи: {count}',
  added: 'Новые записи: {count}',
  changed: 'Изменённые записи: {count}',
  removed: 'Нет в книге: {count}',
  row: 'без имени и номера',
  was: 'было {before}, стало {after}',
  more: 'И ещё {count}.',
  'removal.lead': 'Этих записей больше нет в книге. На сервере они останутся, если вы не решите иначе.',
  'removal.yes': 'Удалить их и на сервере',
  'removal.reason': 'Причина удаления',
  'removal.hint': 'Без имён и адресов. Она сохранится в журнале изменений.',
  'removal.empty': 'Напишите причину удаления.',
  'removal.identifying': 'Похоже на имя, телефон или адрес. Напишите причину без них.',
  others: 'Эта книга отправляется впервые, а у района на сервере уже есть реестр.',
  'others.choose': 'Что это за книга?',
  'others.replaces': 'Замена реестра от {at} (отправка № {number}): прежний будет закрыт, его записи сохранятся',
  'others.replaces-begun': 'Замена реестра от {at}, который не отправили до конца: он будет закрыт',
  'others.beside': 'Ещё один реестр района: оставить оба',
  'incoming.write': 'Записать в книгу: {count}',
  'incoming.lead': 'Другие изменили на сервере: {count}. Посмотрите и запишите в книгу; запись можно отменить.',
  'incoming.by-hand': 'внесите сами',
  'conflict.by-hand': 'Значение с сервера внесите в ячейку сами: программа его не запишет.',
  'changed-by': 'запись изменена: {by}, {at}',
  'changed-at': 'запись изменена: {at}',
  unopened: 'зашифровано другим ключом',
  retrying: 'Сервер не отвечает, пробую ещё раз. Ничего не потеряется; можно остановить и отправить позже.',
  'keep-book':
    'Сохраните книгу: в ней записано, что уже отправлено. Без этого следующая отправка сверит все строки заново.',
  planning: 'Собирается, что уйдёт: {percent} %',
  'not-operator': 'Реестр отправляет оператор района. Ваш ключ доступа — для другой работы: с ним реестр не отправить.',
  'norms.take': 'Взять в эту книгу',
  'norms.switch': 'Перейти на нормы региона',
  'norms.updated': 'Регион обновил нормы: {name}. В этой книге прежние, замечания сервера могут отличаться от ваших.',
  'norms.differ':
    'У вас свои нормы, а у региона другие: {name}. Сервер проверит реестр по нормам региона, его замечания могут отличаться от ваших.',
  'norms.unknown':
    'У вас свои нормы; регион их не знает. Сервер проверит реестр по набору «{base}», его замечания могут отличаться от ваших. Если ваши нормы верны, сохраните их в файл в разделе «Нормы» и попросите администратора региона опубликовать их.',
  'norms.unknown.drop': 'Вернуть нормы набора',
  'judged.published':
    'Сервер проверил реестр по нормам региона «{title}», а у вас нормы другие. Чтобы замечания совпали, перейдите на нормы региона (кнопка выше).',
  'judged.base':
    'У вас свои нормы; регион их не знает. Сервер проверил реестр по набору «{title}», поэтому число замечаний может отличаться.',
  'not-judged':
    'Не проверено на сервере: {count}. Этим правилам нужны сведения, которые остаются в книге: имена, даты рождения детей, телефоны. Их проверила ваша книга.',
  'not-judged.findings':
    'По этим правилам в книге есть замечания: {count}. Сервер их не увидит — исправьте их до сдачи.',
  'not-judged.rules': 'Какие правила',
  'not-judged.rule': '{title}: замечаний {count}',
  refused:
    '{count, plural, one {Сервер не принял # запись.} few {Сервер не принял # записи.} many {Сервер не принял # записей.} other {Сервер не принял # записи.}}',
  'refused.identifying-data':
    'В них есть сведения, похожие на имя, телефон или адрес, в графе, которая уходит на сервер. Уберите их из этой графы и отправьте снова.',
  'refused.row-exists':
    'Такие записи на сервере уже есть под другим видом. Отправьте ещё раз; если повторится, сообщите администратору.',
  'refused.row-missing': 'Сервер не нашёл их у себя. Отправьте ещё раз: надстройка сначала сверит строки.',
  'refused.fields-unknown':
    'Сервер не знает каких-то граф этих записей. Закройте панель и откройте её снова: загрузится новая версия. Если повторится, сообщите администратору.',
  'refused.sealed-not-accepted':
    'Этот сервер не принимает зашифрованные сведения. Отключитесь, подключитесь снова и отправьте ещё раз.',
  'removed-there':
    'Другие удалили на сервере: {count}. В вашей книге эти строки остались, сами они не исчезнут. Если запись лишняя, удалите строку в книге; если нужна, выясните, кто её удалил:',
  'added-there': 'Другие добавили на сервере: {count}. В вашей книге этих записей нет, она их не получает.',
  'sign-in': 'Войти через учётную запись организации',
  'sign-in.open': 'Войдите в открывшемся окне. Потом оно закроется, и работа продолжится здесь.',
  'sign-in.blocked':
    'Браузер не дал открыть окно входа. Разрешите всплывающие окна для этой страницы и нажмите ещё раз.',
  'key.needed': 'Нужен ключ региона',
  'key.needed.why':
    'Этот реестр отправлялся с ключом региона, без него строки книги и сервера не сопоставить. Введите фразу ключа или возьмите его из файла. Фразы нет — спросите администратора региона.',
  'key.needed.another':
    'Этот реестр отправлялся с другим ключом региона, не с ключом {id}. Введите тот ключ, с которым он отправлялся.',
  'key.title': 'Ключ региона',
  'key.lead':
    'Ключом региона шифруются имена и адреса, а один куратор и одна семья узнаются во всех районах. Его создаёт администратор региона и передаёт файлом или фразой. На сервер ключ не отправляется.',
  'key.refused': 'Этот сервер зашифрованные данные не принимает: уйдут только обезличенные ключи.',
  'key.present': 'Ключ {id}',
  'key.former': 'Прежний ключ {id}: им читается то, что ещё не перешифровано',
  'key.remove': 'Убрать',
  'key.make': 'Создать ключ',
  'key.make.sure':
    'Создать новый ключ вместо нынешнего? Нынешний останется для чтения, пока все районы не отправят реестры с новым.',
  'key.make.yes': 'Создать новый',
  'key.enter': 'Фраза ключа',
  'key.enter.do': 'Применить фразу',
  'key.file': 'Взять из файла',
  'key.save': 'Сохранить в файл',
  'key.file-name': 'Ключ региона {id}',
  'key.show': 'Показать фразу',
  'key.hide': 'Скрыть фразу',
  'key.warning': 'Сохраните ключ в надёжном месте: без него зашифрованное на сервере не прочтёт никто.',
  'key.wrong': 'Это не ключ региона: проверьте, вся ли фраза введена и нет ли опечатки.',
  'key.word': 'Слово для хранения на этом компьютере',
  'key.word.hint': 'Не короче {count} знаков. Ключ хранится зашифрованным этим словом; без слова его не открыть.',
  'key.keep': 'Хранить на этом компьютере',
  'key.keep.refused': 'Этот компьютер не даёт ничего хранить. Ключ действует, пока открыта панель.',
  'key.kept': 'Ключ хранится на этом компьютере, зашифрованный вашим словом.',
  'key.in-memory': 'Ключ действует, пока открыта панель. На компьютере и в книге его нет.',
  'key.unlock': 'Открыть хранимый ключ',
  'key.unlock.wrong': 'Слово не подошло.',
  'key.forget': 'Удалить с компьютера',
  'key.cancel': 'Отмена',
} as const;

export type SendingTextKey = keyof typeof ru;

const en: Catalogue<SendingTextKey> = {
  resumed: 'The last sending was interrupted. This one goes on with it: nothing is written twice.',
  sealed: 'Leaves encrypted with the key of the region; the server cannot read it: {fields}.',
  look: 'Look at the records: {count}',
  added: 'New records: {count}',
  changed: 'Changed records: {count}',
  removed: 'Gone from the workbook: {count}',
  row: 'no name or number',
  was: 'was {before}, is {after}',
  more: 'And {count} more.',
  'removal.lead': 'These records are gone from the workbook. They stay on the server unless you decide otherwise.',
  'removal.yes': 'Remove them on the server too',
  'removal.reason': 'Reason for the removal',
  'removal.hint': 'No names or addresses. It is kept in the log of changes.',
  'removal.empty': 'Give a reason for the removal.',
  'removal.identifying': 'This looks like a name, telephone number or address. Give the reason without it.',
  others: 'This workbook is sent for the first time, and the district has a register on the server already.',
  'others.choose': 'Which workbook is this?',
  'others.replaces':
    'It takes the place of the register of {at} (sending No. {number}): that one is closed, its records are kept',
  'others.replaces-begun':
    'It takes the place of the register of {at} that was not sent to its end: that one is closed',
  'others.beside': 'One more register of the district: keep both',
  'incoming.write': 'Write into the workbook: {count}',
  'incoming.lead': 'Others changed on the server: {count}. Look, and write them into the workbook; that can be undone.',
  'incoming.by-hand': 'enter it yourself',
  'conflict.by-hand': 'Enter the value of the server into the cell yourself: the program does not write it.',
  'changed-by': 'record changed: {by}, {at}',
  'changed-at': 'record changed: {at}',
  unopened: 'encrypted with another key',
  retrying: 'The server does not answer, trying again. Nothing will be lost; you can stop and send later.',
  'keep-book': 'Save the workbook: it records what has been sent. Otherwise the next sending compares all rows anew.',
  planning: 'Gathering what will leave: {percent} %',
  'not-operator': 'Registers are sent by the operator of a district. Your access key is for other work.',
  'norms.take': 'Take into this workbook',
  'norms.switch': 'Go by the norms of the region',
  'norms.updated':
    'The region has updated its norms: {name}. This workbook has the former ones; the server may find other things than you see.',
  'norms.differ':
    'You have norms of your own, and the region has others: {name}. The server judges by those of the region and may find other things than you see.',
  'norms.unknown':
    'You have norms of your own; the region does not know them. The server judges by “{base}” and may find other things than you see. If your norms are right, save them to a file in “Norms” and ask the administrator of the region to publish them.',
  'norms.unknown.drop': 'Back to the norms of the pack',
  'judged.published':
    'The server has judged by the norms of the region, “{title}”, and yours are different. To see the same, go by the norms of the region (button above).',
  'judged.base':
    'You have norms of your own; the region does not know them. The server has judged by “{title}”, so it may count other findings.',
  'not-judged':
    'Not judged on the server: {count}. These rules need what stays in the workbook: names, birth dates of children, telephone numbers. Your workbook has checked them.',
  'not-judged.findings':
    'By these rules the workbook has findings: {count}. The server does not see them; mend them before you hand in.',
  'not-judged.rules': 'Which rules',
  'not-judged.rule': '{title}: {count} findings',
  refused: '{count, plural, one {The server did not take # record.} other {The server did not take # records.}}',
  'refused.identifying-data':
    'They hold what looks like a name, telephone number or address in a column that leaves. Remove it from that column and send again.',
  'refused.row-exists':
    'Such records are on the server in another form already. Send again; if it comes again, tell the administrator.',
  'refused.row-missing': 'The server does not have them. Send again: the add-in compares the rows first.',
  'refused.fields-unknown':
    'The server does not know some of their columns. Close the pane and open it again to load the new version; if it comes again, tell the administrator.',
  'refused.sealed-not-accepted': 'This server takes no encrypted values. Disconnect, connect again and send once more.',
  'removed-there':
    'Others removed on the server: {count}. Your workbook still has these rows, and they do not go by themselves. If a record is not needed, delete its row in the workbook; if it is, find out who removed it:',
  'added-there':
    'Others added on the server: {count}. Your workbook does not have these records and does not get them.',
  'sign-in': 'Sign in with the account of your organisation',
  'sign-in.open': 'Sign in in the window that has opened. It closes then, and work goes on here.',
  'sign-in.blocked': 'The browser did not let the window open. Allow pop-up windows for this page and press again.',
  'key.needed': 'The key of the region is needed',
  'key.needed.why':
    'This register was sent with the key of the region; without it the rows of workbook and server cannot be matched. Enter its phrase or take it from a file. If you have none, ask the administrator of the region.',
  'key.needed.another':
    'This register was sent with another key of the region, not with the key {id}. Enter the one that it was sent with.',
  'key.title': 'Key of the region',
  'key.lead':
    'The key of the region encrypts names and addresses, and makes one curator and one family known in all districts. The administrator of the region makes it and hands it on as a file or a phrase. The key is never sent to the server.',
  'key.refused': 'This server takes no encrypted values: only pseudonyms leave.',
  'key.present': 'Key {id}',
  'key.former': 'Former key {id}: it reads what is not encrypted anew yet',
  'key.remove': 'Take away',
  'key.make': 'Make a key',
  'key.make.sure':
    'Make a new key in place of the present one? The present one stays for reading until all districts have sent with the new one.',
  'key.make.yes': 'Make a new one',
  'key.enter': 'Phrase of the key',
  'key.enter.do': 'Use the phrase',
  'key.file': 'Take from a file',
  'key.save': 'Save to a file',
  'key.file-name': 'Key of the region {id}',
  'key.show': 'Show the phrase',
  'key.hide': 'Hide the phrase',
  'key.warning': 'Keep the key in a safe place: without it nobody can read what is encrypted on the server.',
  'key.wrong': 'This is no key of a region: check that the phrase is whole and has no misprint.',
  'key.word': 'Word for keeping it on this computer',
  'key.word.hint':
    'At least {count} characters. The key is kept encrypted with this word and cannot be opened without.',
  'key.keep': 'Keep on this computer',
  'key.keep.refused': 'This computer lets nothing be kept. The key works while the pane is open.',
  'key.kept': 'The key is kept on this computer, encrypted with your word.',
  'key.in-memory': 'The key works while the pane is open. It is neither on the computer nor in the workbook.',
  'key.unlock': 'Open the key kept here',
  'key.unlock.wrong': 'The word does not fit.',
  'key.forget': 'Remove from the computer',
  'key.cancel': 'Cancel',
};

export const sendingText = translator({ ru, en });
