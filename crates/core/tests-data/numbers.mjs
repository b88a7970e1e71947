// Records how node prints doubles:   node numbers.mjs > numbers.tsv
//
// Each line: the bits of a double in hexadecimal, a tab, its JSON. Fixed seed.
const view = new DataView(new ArrayBuffer(8));
let state = 0x9e3779b9;
function next() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}
const doubles = [];
for (let e = -324; e <= 308; e += 6) doubles.push(Number(`1e${e}`), -Number(`9.5e${e}`));
for (let e = -9; e <= 23; e++) doubles.push(Number(`1.25e${e}`), Number(`123456789e${e - 8}`), Number(`9e${e}`));
for (let e = -1074; e <= 1023; e += 31) doubles.push(2 ** e);
for (let i = 0; i < 400; i++) {
  view.setUint32(0, next());
  view.setUint32(4, next());
  doubles.push(view.getFloat64(0));
}
for (let i = 0; i < 400; i++) doubles.push((next() - 2 ** 31) * 10 ** -(next() % 12), next() * next() * (next() % 5000));
for (const each of doubles) {
  view.setFloat64(0, each);
  process.stdout.write(`${view.getBigUint64(0).toString(16).padStart(16, '0')}\t${JSON.stringify(each)}\n`);
}
