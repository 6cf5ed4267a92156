// Write or read events with ical.js: node ical_js.cjs write|read FILE. Prints one line of JSON with the time taken.
// For `write` the file holds a line of JSON per event: [[name, parameters, type, value], ...], as jCal has them.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const places = (process.env.NODE_PATH || "").split(path.delimiter);
const home = places.map((place) => path.join(place, "ical.js", "dist", "ical.es5.cjs")).find(fs.existsSync);
const ICAL = require(home || "ical.js");

function started() {
  return { rss: process.memoryUsage().rss, cpu: process.cpuUsage(), start: process.hrtime.bigint() };
}

function stopped({ rss, cpu, start }) {
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  const memory = (process.resourceUsage().maxRSS * 1024 - rss) / 2 ** 20;
  return { seconds, cpu: (user + system) / 1e6, memory };
}

function write(lines) {
  const events = lines.map((line) => JSON.parse(line));
  const clock = started();
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//benchmark//EN");
  for (const properties of events) {
    const event = new ICAL.Component("vevent");
    for (const [name, parameters, type, value] of properties) {
      const property = new ICAL.Property(name);
      if (type === "date-time") property.setValue(ICAL.Time.fromString(value, property));
      else property.setValue(value);
      for (const [key, text] of Object.entries(parameters)) property.setParameter(key, text);
      event.addProperty(property);
    }
    calendar.addSubcomponent(event);
  }
  const octets = Buffer.byteLength(calendar.toString());
  return { ...stopped(clock), octets };
}

function read(text) {
  const clock = started();
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  let length = 0;
  for (const event of events) {
    length += event.getFirstPropertyValue("summary").length + event.getFirstPropertyValue("dtstart").year;
  }
  return { ...stopped(clock), octets: length };
}

const [task, file] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");
console.log(JSON.stringify(task === "read" ? read(text) : write(text.split("\n").filter(Boolean))));
