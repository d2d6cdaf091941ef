/** Texts of looking through a sending, and of the region's key. */
import { translator, type Catalogue } from './format.ts';

const ru = {
  resumed:
    'Прошлая отправка прервана, ответ не пришёл: добавлено {added}, изменено {changed}, {removed, plural, one {удалена # строка} few {удалено # строки} many {удалено # строк} other {удалено # строки}}. Эта продолжит её: дважды ничего не запишется.',
  sealed: 'Шифруется ключом региона, сервер этого не прочтёт: {fields}.',
  'leaves-as-key': 'уйдёт условное обозначение',
  'leaves-sealed': 'уйдёт зашифрованным',
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
  unread: 'не разобрано',
  unopened: 'зашифровано другим ключом',
  withheld: 'есть, но остаётся в книге',
  filled: 'заполнено',
  pseudonym: 'другое имя или номер, в этой книге их нет',
  retrying: 'Сервер не отвечает, отправка повторяется. Ничего не потеряется; можно остановить и отправить позже.',
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
  'refused.row-missing': 'Сервер не нашёл их у себя. Отправьте ещё раз: надстройка сначала сверит строки.',
  'refused.fields-unknown':
    'Сервер не знает каких-то граф этих записей. Закройте панель и откройте её снова: загрузится новая версия. Если повторится, сообщите администратору.',
  'refused.register-full':
    'В этом реестре на сервере уже столько записей, сколько он может проверить. Удалите записи, которые не нужны, и отправьте ещё раз; новые записи можно вести в отдельной книге. Изменения и удаления принимаются.',
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
  'key.refused': 'Этот сервер зашифрованные данные не принимает: уйдут только условные обозначения.',
  'key.present': 'Ключ региона {id}',
  'key.former': 'Прежний ключ {id}: им читается то, что ещё не перешифровано',
  'key.remove': 'Убрать',
  'key.remove.sure':
    'Убрать прежний ключ {id}? Что зашифровано им и ещё не отправлено с новым ключом, здесь больше не прочесть, пока прежний ключ не введут снова.',
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
  'key.word': 'Пароль для хранения на этом компьютере',
  'key.word.hint': 'Не короче {count} знаков. Ключ хранится зашифрованным этим паролем; без пароля его не открыть.',
  'key.keep': 'Хранить на этом компьютере',
  'key.keep.refused': 'Этот компьютер не даёт ничего хранить. Ключ действует, пока открыта панель.',
  'key.kept': 'Ключ хранится на этом компьютере, зашифрованный вашим паролем.',
  'key.in-memory': 'Ключ действует, пока открыта панель. На компьютере и в книге его нет.',
  'key.unlock': 'Открыть хранимый ключ',
  'key.unlock.wrong': 'Пароль не подошёл.',
  'key.forget': 'Удалить с компьютера',
  'key.cancel': 'Отмена',
} as const;

export type SendingTextKey = keyof typeof ru;

const en: Catalogue<SendingTextKey> = {
  resumed:
    'The last transfer was interrupted before its answer came: added {added}, changed {changed}, deleted {removed, plural, one {# row} other {# rows}}. This one continues it: nothing is written twice.',
  sealed: "Encrypted with the region's key, so that the server cannot read it: {fields}.",
  'leaves-as-key': 'a pseudonym is sent',
  'leaves-sealed': 'sent encrypted',
  added: 'New records: {count}',
  changed: 'Changed records: {count}',
  removed: 'No longer in the workbook: {count}',
  row: 'no name or number',
  was: 'was {before}, now {after}',
  more: 'And {count} more.',
  'removal.lead': 'These records are no longer in the workbook. They stay on the server unless you decide otherwise.',
  'removal.yes': 'Remove them from the server too',
  'removal.reason': 'Reason for removal',
  'removal.hint': 'No names or addresses. It is kept in the change log.',
  'removal.empty': 'Enter the reason for removal.',
  'removal.identifying': 'This looks like a name, phone number or address. Enter the reason without it.',
  others: 'This workbook is being sent for the first time, but the district already has a register on the server.',
  'others.choose': 'Which workbook is this?',
  'others.replaces': 'It replaces the register of {at} (No. {number}): that one will be closed, its records are kept',
  'others.replaces-begun': 'It replaces the register of {at} that was not sent completely: that one will be closed',
  'others.beside': 'One more register of the district: keep both',
  'incoming.write': 'Write to the workbook: {count}',
  'incoming.lead':
    'Changed on the server by others: {count}. Review and write them to the workbook; this can be undone.',
  'incoming.by-hand': 'enter it yourself',
  'conflict.by-hand': 'Enter the value from the server in the cell yourself: the program will not write it.',
  'changed-by': 'record changed: {by}, {at}',
  'changed-at': 'record changed: {at}',
  unread: 'not readable',
  unopened: 'encrypted with another key',
  withheld: 'filled in, but it stays in the workbook',
  filled: 'filled in',
  pseudonym: 'another name or number, not in this workbook',
  retrying: 'The server does not answer, trying again. Nothing will be lost; you can stop and send later.',
  'keep-book': 'Save the workbook: it records what has been sent. Otherwise the next transfer compares all rows again.',
  planning: 'Preparing what will be sent: {percent} %',
  'not-operator':
    "Registers are sent by a district's operator. Your access key is for other work and cannot send a register.",
  'norms.take': 'Use in this workbook',
  'norms.switch': "Switch to the region's norms",
  'norms.updated':
    "The region has updated its norms: {name}. This workbook still has the previous ones; the server's findings may differ from yours.",
  'norms.differ':
    "You have your own norms, and the region has different ones: {name}. The server will check by the region's norms; its findings may differ from yours.",
  'norms.unknown':
    "You have your own norms; the region does not know them. The server will check by “{base}”; its findings may differ from yours. If your norms are right, save them to a file in “Norms” and ask the region's administrator to publish them.",
  'norms.unknown.drop': 'Restore the norms of the set',
  'judged.published':
    "The server checked by the region's norms, “{title}”, and yours are different. To see the same findings, switch to the region's norms (button above).",
  'judged.base':
    'You have your own norms; the region does not know them. The server checked by “{title}”, so the number of findings may differ.',
  'not-judged':
    "Not checked on the server: {count}. These rules need data that stay in the workbook: names, children's dates of birth, phone numbers. Your workbook has checked them.",
  'not-judged.findings':
    'The workbook has findings by these rules: {count}. The server will not see them; fix them before you hand in.',
  'not-judged.rules': 'Which rules',
  'not-judged.rule': '{title}: {count, plural, one {# finding} other {# findings}}',
  refused: '{count, plural, one {The server did not accept # record.} other {The server did not accept # records.}}',
  'refused.identifying-data':
    'They contain what looks like a name, phone number or address in a column that is sent. Remove it from that column and send again.',
  'refused.row-missing': 'The server could not find them. Send again: the add-in compares the rows first.',
  'refused.fields-unknown':
    'The server does not know some of their columns. Close the pane and open it again to load the new version; if this happens again, tell the administrator.',
  'refused.register-full':
    'This register already has as many records on the server as it can check. Remove records that are not needed and send again; new records can be kept in a separate workbook. Changes and removals are accepted.',
  'refused.sealed-not-accepted':
    'This server does not accept encrypted values. Disconnect, connect again and send once more.',
  'removed-there':
    'Removed on the server by others: {count}. Your workbook still has these rows; they do not disappear by themselves. If a record is not needed, delete its row in the workbook; if it is, find out who removed it:',
  'added-there':
    'Added on the server by others: {count}. Your workbook does not have these records and does not receive them.',
  'sign-in': "Sign in with your organisation's account",
  'sign-in.open': 'Sign in in the window that has opened. It will then close, and you continue here.',
  'sign-in.blocked': 'The browser blocked the sign-in window. Allow pop-ups for this page and press again.',
  'key.needed': "The region's key is needed",
  'key.needed.why':
    "This register was sent with the region's key; without it the rows of the workbook and of the server cannot be matched. Enter the key phrase or take it from a file. If you have neither, ask the region's administrator.",
  'key.needed.another':
    "This register was sent with a different region's key, not with the key {id}. Enter the key it was sent with.",
  'key.title': "The region's key",
  'key.lead':
    "The region's key encrypts names and addresses, and lets the same curator and the same family be recognised in all districts. The region's administrator creates it and hands it on as a file or a phrase. The key is never sent to the server.",
  'key.refused': 'This server does not accept encrypted values: only pseudonyms will be sent.',
  'key.present': "The region's key {id}",
  'key.former': 'Previous key {id}: it reads what has not been encrypted again yet',
  'key.remove': 'Remove',
  'key.remove.sure':
    'Remove the previous key {id}? What is encrypted with it and not yet sent with the new key can no longer be read here, until the previous key is entered again.',
  'key.make': 'Create a key',
  'key.make.sure':
    'Create a new key instead of the current one? The current one stays for reading until all districts have sent their registers with the new one.',
  'key.make.yes': 'Create a new key',
  'key.enter': 'Key phrase',
  'key.enter.do': 'Use the phrase',
  'key.file': 'Take from a file',
  'key.save': 'Save to a file',
  'key.file-name': "The region's key {id}",
  'key.show': 'Show the phrase',
  'key.hide': 'Hide the phrase',
  'key.warning': 'Keep the key in a safe place: without it nobody can read what is encrypted on the server.',
  'key.wrong': "This is not a region's key: check that the phrase is complete and has no typos.",
  'key.word': 'Password for keeping the key on this computer',
  'key.word.hint':
    'At least {count} characters. The key is kept encrypted with this password and cannot be opened without it.',
  'key.keep': 'Keep on this computer',
  'key.keep.refused': 'This computer does not let anything be stored. The key works while the pane is open.',
  'key.kept': 'The key is kept on this computer, encrypted with your password.',
  'key.in-memory': 'The key works while the pane is open. It is neither on the computer nor in the workbook.',
  'key.unlock': 'Open the key kept here',
  'key.unlock.wrong': 'The password is wrong.',
  'key.forget': 'Remove from the computer',
  'key.cancel': 'Cancel',
};

export const sendingText = translator({ ru, en });
