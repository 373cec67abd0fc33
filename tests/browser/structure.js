// SPDX-License-Identifier: GPL-3.0-or-later
// What the page holds, against the JSON model of the same report; no scripts.
'use strict';
const { ok, open } = require('./tap.js');

const one = (s) => (s ?? '').replace(/\s+/g, ' ').trim();
const grouped = (v) => v === null || v === undefined ? '–' :
	String(Math.trunc(v)).replace(/\B(?=(\d{3})+$)/g, ',');

async function sections(page, model) {
	const found = await page.$$eval('main > section.section:not(.appendix)',
		(list) => list.map((s) => [s.id, s.querySelector('h2')?.innerText,
			s.getAttribute('aria-labelledby') === s.querySelector('h2')?.id]));
	const wanted = model.sections.map((s) => [`s-${s.id}`, s.title, true]);
	const wrong = [];

	for (let i = 0; i < Math.max(found.length, wanted.length); i++)
		if (String(found[i]) !== String(wanted[i]))
			wrong.push(`'${found[i]}' is not '${wanted[i]}'`);
	if (wanted.length < 3)
		wrong.push(`the report has ${wanted.length} sections`);
	ok(`${wanted.length} sections, in the order of the model, each with its heading`, wrong);
	ok('one h1, and it is the title', await page.$$eval('h1', (l, title) =>
		l.length === 1 && l[0].innerText === title ? [] :
			l.map((e) => e.innerText), model.title));
}

// Figures of a chart, by the way it is drawn.
function marks(chart) {
	if (chart.chart === 'bars')
		return chart.marks;
	if (chart.chart === 'series')
		return chart.lines.flatMap((l) => l.points);
	return chart.columns.flatMap((c) => c.cells);
}

async function charts(page, model, figure) {
	const list = model.sections.flatMap((s) => s.blocks)
		.filter((b) => b.type === 'chart');
	const wrong = [];

	for (const chart of list) {
		const at = await page.$(`figure[id="c-${chart.id}"]`);
		const seen = at && await at.evaluate((f) => {
			const svg = f.querySelector(':scope > svg');
			const told = (svg?.getAttribute('aria-labelledby') ?? '')
				.split(' ').map((id) => document.getElementById(id)?.textContent);
			return { role: svg?.getAttribute('role'), told,
				drawn: svg?.querySelectorAll('rect,path,circle').length ?? 0,
				text: svg?.textContent, table: f.querySelector('table')?.textContent };
		});
		if (!seen || seen.role !== 'img' || seen.drawn === 0) {
			wrong.push(`${chart.id}: no picture of role img`);
			continue;
		}
		if (String(seen.told) !== String([chart.title, chart.desc]))
			wrong.push(`${chart.id}: told as '${seen.told}'`);
		for (const m of marks(chart)) {
			const f = figure.get(m.figure);
			if (f.text !== null && !one(seen.table).includes(one(f.text)))
				wrong.push(`${chart.id}: no ${f.text} (${m.figure}) in its table`);
			if (chart.chart === 'bars' && f.text !== null &&
			    !one(seen.text).includes(one(f.text)))
				wrong.push(`${chart.id}: no ${f.text} (${m.figure}) at its bar`);
		}
	}
	if (list.length === 0)
		wrong.push('the report has no chart');
	ok(`${list.length} charts are images with title, description and values as text`, wrong);
}

// The row of every figure, and every place where it is linked.
async function figures(page, model, figure) {
	const rows = await page.$$eval('table.figures tbody tr', (l) => l.map((tr) => ({
		id: tr.id, value: tr.cells[2].querySelector('data')?.value,
		words: [...tr.cells].map((c) => c.innerText) })));
	const wrong = [];

	for (const r of rows) {
		const f = figure.get(r.id);
		const cells = r.words.map(one);
		if (f.estimate !== null && Number(r.value) !== f.estimate)
			wrong.push(`${r.id}: ${r.value}, not ${f.estimate}`);
		if (f.text !== null && !cells[2].includes(one(f.text)))
			wrong.push(`${r.id}: '${cells[2]}' has no '${f.text}'`);
		if (f.range !== null && !cells[2].includes(one(f.range)))
			wrong.push(`${r.id}: '${cells[2]}' has no '${f.range}'`);
		for (const [i, m] of [[3, 'x'], [4, 'n'], [5, 'N']])
			if (cells[i] !== grouped(f[m]))
				wrong.push(`${r.id}: ${m} is '${cells[i]}', not '${grouped(f[m])}'`);
		for (const word of [f.status, f.method, f.definition])
			if (word && !cells[6].includes(word))
				wrong.push(`${r.id}: no '${word}'`);
	}
	if (rows.length !== figure.size || rows.length < 12)
		wrong.push(`${rows.length} rows of ${figure.size} figures`);
	ok(`${rows.length} figures as in the JSON: value, interval, x, n, N, status, definition`, wrong);

	const shown = await page.$$eval('a.fig data', (l) => l.map((d) =>
		[d.closest('a').getAttribute('href').slice(1), d.value]));
	ok(`${shown.length} numbers are links to the rows of their figures`,
		shown.length < 12 ? ['hardly any'] :
			shown.filter(([id, v]) => Number(v) !== figure.get(id)?.estimate)
				.map(([id, v]) => `${id}: ${v}`));
}

async function links(page, tickets) {
	const list = await page.$$eval('[href],[src],[action],[xlink\\:href]', (l) =>
		l.map((e) => [e.getAttribute('href') ?? e.getAttribute('src') ?? 'action',
			e.localName, e.innerText ?? '']));
	const inside = list.filter(([to]) => to.startsWith('#'));
	const out = list.filter(([to, name]) => !to.startsWith('#') &&
		!(name === 'img' && to.startsWith('data:image/')));
	const ids = new Set(await page.$$eval('[id]', (l) => l.map((e) => e.id)));
	const all = await page.$$eval('[id]', (l) => l.length);

	ok(`${inside.length} links inside the page lead somewhere`,
		inside.filter(([to]) => !ids.has(decodeURIComponent(to.slice(1)))).map(String));
	ok('every id is of one element', all === ids.size ? [] : [`${all - ids.size} twice`]);
	if (tickets === null)
		ok('no link leaves the page', out.map(String));
	else
		ok(`${out.length} links leave the page, to tickets of the helpdesk alone`,
			out.length === 0 ? ['there is none'] :
				out.filter(([to, name]) => name !== 'a' || !to.startsWith(tickets))
					.map(String));
}

async function structure(browser, url, model, tickets) {
	const figure = new Map(model.figures.map((f) => [f.id, f]));
	const { page, asked, said, close } = await open(browser, url, {});

	await sections(page, model);
	await charts(page, model, figure);
	await figures(page, model, figure);
	await links(page, tickets);
	ok('nothing is asked of any network', asked.filter((u) => u !== url)
		.concat(asked.length === 1 ? [] : [`${asked.length} requests`]));
	ok('no error on the console', said);
	ok('nothing on it would run', await page.$$eval(
		'script,iframe,object,embed,link,form,base', (l) => l.map((e) => e.outerHTML)));
	await close();
}

module.exports = { structure };
