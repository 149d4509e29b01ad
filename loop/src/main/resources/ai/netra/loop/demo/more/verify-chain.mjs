// Checks the chain of a journal. It shares nothing with what wrote it: Node's own SHA-256, and three rules.
// 1. Line n says n. 2. Its prev is the hash of the line above, zeros for the first.
// 3. Its hash is the SHA-256 of its own bytes before `,"hash":`.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const file = process.argv[2];
const bytes = readFileSync(file);
const HASH = ',"hash":"';
const SUFFIX = HASH.length + 64 + 2; // the hash, a quote, a brace

function refuse(line, why) {
  console.log(`rejected: line ${line} ${why}`);
  process.exit(1);
}

let prev = "0".repeat(64);
let number = 0;
let last = "";
for (let start = 0; start < bytes.length; ) {
  number++;
  const end = bytes.indexOf(10, start);
  if (end < 0) refuse(number, "does not end");
  const line = bytes.subarray(start, end);
  const body = line.subarray(0, Math.max(0, line.length - SUFFIX));
  const hash = createHash("sha256").update(body).digest("hex");
  if (line.subarray(body.length).toString() !== `${HASH}${hash}"}`) {
    refuse(number, "is not what was written: its bytes have another hash");
  }
  const record = JSON.parse(line.toString());
  if (record.n !== number) refuse(number, `has the number ${record.n}`);
  if (record.prev !== prev) refuse(number, "does not follow the line above");
  prev = hash;
  last = record.kind;
  start = end + 1;
}
if (last !== "run.finished") refuse(number, `is the last and of kind ${last}, no run.finished`);
console.log(`accepted: ${number} lines, head ${prev}`);
