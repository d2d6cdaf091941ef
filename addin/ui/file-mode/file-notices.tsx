import { useState } from 'react';
import { workbookNoticeText } from '../../../shared/text/workbook-texts.ts';
import type { FileWorkbook } from '../../file/file-workbook.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';

/** What a person should know about the file (macros, a plainer copy); each can be put away. */
export function FileNotices({ workbook }: { readonly workbook: FileWorkbook }) {
  const { language } = useTexts();
  const [notices, setNotices] = useState(workbook.notices);
  return notices.map((notice) => (
    <Sentence key={notice} intent="info" onDismiss={() => setNotices(notices.filter((one) => one !== notice))}>
      {workbookNoticeText(notice, language)}
    </Sentence>
  ));
}
