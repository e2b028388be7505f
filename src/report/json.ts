import type { Report } from '../domain/report/report.ts';

/** The whole report as one JSON document, indented, with instants in ISO form. */
export function renderJson(report: Report): string {
  const { at, happenings, answers, ...rest } = report;
  const iso = <T extends { at: number }>(row: T) => ({
    ...row,
    at: new Date(row.at).toISOString(),
  });
  const document = {
    schema: 'llmpath/report@1',
    at: new Date(at).toISOString(),
    ...rest,
    happenings: happenings.map(iso),
    ...(answers === null ? {} : { answers: answers.map(iso) }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
