import type { Report } from '../../domain/report/report.ts';
export function renderHtml(report: Report): string {
  return `${report.day}\n`;
}
