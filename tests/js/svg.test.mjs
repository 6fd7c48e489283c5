import assert from "node:assert/strict";
import { test } from "node:test";

import { SvgPen, xmlText } from "../../src/relgraph/webpage/script/take/svg.mjs";
import { drawLines } from "../../src/relgraph/webpage/script/lines/draw.mjs";

const drawn = (paint) => {
  const pen = new SvgPen();
  paint(pen);
  return pen.file(100, 50, "t");
};

test("a name stays text, whatever it is", () => {
  const name = `</text><script>alert(1)</script>&"'\u0000\u000b\ud800\uffff👩🏽‍🚀`;
  assert.equal(xmlText(name), `&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;'👩🏽‍🚀`);
  const file = drawn((pen) => pen.fillText(name, 1, 2));
  assert.equal(file.includes("<script"), false);
  assert.ok(file.includes(`>${xmlText(name)}</text>`));
});

test("places follow scale and shift, and what was saved comes back", () => {
  const file = drawn((pen) => {
    pen.save();
    pen.translate(10, 20);
    pen.scale(2, 2);
    pen.beginPath();
    pen.moveTo(1, 1);
    pen.lineTo(2, 3);
    pen.lineWidth = 1.5;
    pen.setLineDash([3, 2]);
    pen.strokeStyle = "#12345680";
    pen.stroke();
    pen.restore();
    pen.fillRect(0, 0, 4, 5);
  });
  assert.ok(
    file.includes(
      '<path d="M12 22L14 26" fill="none" stroke="#123456" stroke-opacity="0.5" stroke-width="3" stroke-dasharray="6 4"/>',
    ),
  );
  assert.ok(file.includes('<rect x="0" y="0" width="4" height="5" fill="#000000"/>'));
});

test("a circle is whole and an arc begins and ends where it should", () => {
  const paths = (paint) =>
    drawn((pen) => {
      pen.beginPath();
      paint(pen);
      pen.fill();
    }).match(/ d="[^"]*"/)[0];
  assert.equal(
    paths((pen) => pen.arc(0, 0, 1, 0, 2 * Math.PI)),
    ' d="M1 0A1 1 0 0 1 -1 0A1 1 0 0 1 1 0"',
  );
  assert.equal(
    paths((pen) => pen.arc(0, 0, 1, Math.PI, 0)),
    ' d="M-1 0A1 1 0 0 1 0 -1A1 1 0 0 1 1 0"',
  );
  assert.equal(
    paths((pen) => pen.arc(0, 0, 1, 0, 2 * Math.PI, true)),
    ' d="M1 0A1 1 0 0 0 -1 0A1 1 0 0 0 1 0"',
  );
});

test("the halo and the letters of a name are one text", () => {
  const file = drawn((pen) => {
    pen.font = '600 13px system-ui, "Segoe UI"';
    pen.textAlign = "center";
    pen.strokeText("Kenya", 5, 5);
    pen.fillText("Kenya", 5, 5);
    pen.fillText("Kenya", 9, 9);
  });
  assert.equal(file.match(/<text/g).length, 2);
  assert.equal(file.match(/paint-order="stroke"/g).length, 1);
  assert.ok(file.includes(`font-family="system-ui, 'Segoe UI'" font-size="13" font-weight="600" text-anchor="middle"`));
});

test("a line keeps its dashes, its bend and its arrow", () => {
  const look = { width: 2, color: "#aabbcc", dashes: [7, 6], head: { length: 4, half: 1 } };
  const line = { from: { x: 0, y: 0 }, to: { x: 40, y: 0 }, offset: 5, rim: 1, look };
  const dashed = 'fill="none" stroke="#aabbcc" stroke-width="2" stroke-dasharray="7 6" stroke-linecap="round"';
  const file = drawn((pen) => drawLines(pen, [line]));
  assert.ok(file.includes(`d="M0 0Q20 -10 35.89 -2.06" ${dashed}`));
  assert.equal(file.match(/<path/g).length, 2);
  assert.equal(drawn((pen) => drawLines(pen, [{ ...line, look: { ...look, head: null } }])).match(/<path/g).length, 1);
});
