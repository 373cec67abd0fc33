// SPDX-License-Identifier: GPL-3.0-or-later
// axe-core over the page, and the contrast of what axe does not look at.
// It needs scripts, which the page's own policy forbids: here alone they run.
'use strict';
const fs = require('fs');
const { ok, open } = require('./tap.js');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

const broken = (page) => page.evaluate(async (rules) => {
	const r = await axe.run(document, { runOnly: rules,
		resultTypes: ['violations'] });
	return r.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ` +
		`${n.html.slice(0, 120)}: ${n.failureSummary.slice(0, 160)}`));
}, RULES);

// Contrast of all words, 4.5, and of the lines of pictures, 3, as WCAG has it:
// axe is not sure of what a scrolling table hides, and does not look at pictures.
const faint = (page) => page.evaluate(() => {
	const rgba = (colour) => colour.match(/[\d.]+/g).map(Number);
	const light = ([...c]) => {
		const [r, g, b] = c.slice(0, 3).map((v) => v / 255)
			.map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const paper = (e) => {
		for (; e; e = e.parentElement) {
			const c = rgba(getComputedStyle(e).backgroundColor);
			if (c[3] !== 0)
				return c;
		}
		return [255, 255, 255];
	};
	const wrong = [];
	let looked = 0;
	const look = (e, of, least, opacity = 1) => {
		const below = paper(e);
		const c = rgba(getComputedStyle(e)[of])
			.map((v, i) => v * opacity + below[i] * (1 - opacity));
		const [a, b] = [light(c), light(below)].sort((x, y) => y - x);
		looked++;
		if ((a + 0.05) / (b + 0.05) < least)
			wrong.push(`${((a + 0.05) / (b + 0.05)).toFixed(2)}: ${e.outerHTML.slice(0, 80)}`);
	};
	const words = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());

	for (const e of document.querySelectorAll('body :not(svg *)'))
		if (words(e))
			look(e, 'color', 4.5);
	for (const [what, least, of] of [['svg:not(.mosaic) text', 4.5, 'fill'],
		['svg .line', 3, 'stroke'], ['svg .bar', 3, 'fill'], ['svg .whisker', 3, 'stroke']])
		for (const e of document.querySelectorAll(what))
			look(e, of, least, Number(getComputedStyle(e).opacity));
	return looked > 100 ? wrong : [`only ${looked} found`];
});

async function access(browser, url) {
	for (const colorScheme of ['light', 'dark'])
		for (const width of [1280, 390]) {
			const { page, said, close } = await open(browser, url, { colorScheme,
				viewport: { width, height: 844 }, javaScriptEnabled: true, bypassCSP: true });
			await page.evaluate(axe);
			const name = `${colorScheme}, ${width} px`;
			ok(`axe finds nothing: ${name}`, await broken(page));
			ok(`words and pictures have contrast: ${name}`, await faint(page));
			ok(`no error on the console with scripts on: ${name}`, said);
			await close();
		}
}

module.exports = { access };
