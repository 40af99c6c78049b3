// Times @navikt/fnrvalidator on the numbers of standard input; started by national_id_peers.py.
//
//   node national_id_peers.mjs NODE_MODULES ROUNDS

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [nodeModules, rounds] = process.argv.slice(2);
const { idnr } = createRequire(resolve(nodeModules) + '/')('@navikt/fnrvalidator');
const numbers = readFileSync(0, 'utf8').split('\n').filter((line) => line !== '');

let best = Infinity;
let accepted = 0;
// one round more than asked for, so that the first may warm up
for (let round = 0; round <= Number(rounds); ++round) {
  const start = process.hrtime.bigint();
  accepted = 0;
  for (const number of numbers) {
    accepted += idnr(number).status === 'valid' ? 1 : 0;
  }
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(JSON.stringify({
  peer: '@navikt/fnrvalidator',
  numbers: numbers.length,
  accepted,
  numbers_per_second: Math.round(numbers.length / best),
}));
