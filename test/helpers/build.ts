import { execFileSync } from 'node:child_process';

/** Tests of journeys run the program that users get, so it is built from the present sources. */
export default function build(): void {
  execFileSync(process.execPath, ['build.js'], { stdio: 'inherit' });
}
