// JSON lines in, JSON lines out: chrono-node's casual English reader behind the `scan --jsonl` contract.
// The reference is noon of the publication day in the process's zone (run it with TZ=UTC).
"use strict";

const readline = require("node:readline");
const chrono = require("chrono-node");

const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

function isoDay(parts) {
  const pad = (number, width) => String(number).padStart(width, "0");
  return `${pad(parts.get("year"), 4)}-${pad(parts.get("month"), 2)}-${pad(parts.get("day"), 2)}`;
}

function mention(result, offset) {
  const start = isoDay(result.start);
  const end = result.end ? isoDay(result.end) : start;
  return {
    text: result.text,
    start_char: offset(result.index),
    end_char: offset(result.index + result.text.length),
    kind: start === end ? "day" : "span",
    start,
    end,
  };
}

function scan(document) {
  const [year, month, day] = document.published.slice(0, 10).split("-").map(Number);
  const text = document.text;
  // chrono counts UTF-16 units, the contract counts characters.
  const offset = ASTRAL.test(text) ? (at) => Array.from(text.slice(0, at)).length : (at) => at;
  const results = chrono.casual.parse(text, new Date(year, month - 1, day, 12), { forwardDate: false });
  return { id: document.id, mentions: results.map((result) => mention(result, offset)) };
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim()) process.stdout.write(JSON.stringify(scan(JSON.parse(line))) + "\n");
  }
}

main();
