/** How the page looks: light and dark, a table where there is room for one, else a list of cards. */

/**
 * Rows are grids of fixed columns, each laid out by itself and only where it is seen: as a table the browser would measure all
 * 500 after each letter of a search. Their roles stay those of a table.
 */
export const style = `
:root { color-scheme: light dark; --back: light-dark(#fff, #12161b); --text: light-dark(#1c2127, #e4e8ec);
  --quiet: light-dark(#57606a, #a3adb8); --line: light-dark(#d5dae0, #333b44); --soft: light-dark(#f3f5f7, #1b2128);
  --link: light-dark(#0b57c2, #86bdff); scroll-padding-top: 3rem }
:root[data-theme=light] { color-scheme: light }
:root[data-theme=dark] { color-scheme: dark }
* { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0 auto; padding: 1.5rem; max-width: 84rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between }
h1 { font-size: 1.6rem; margin: 0; line-height: 1.2 }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem }
header p { flex-basis: 100%; margin: 0; color: var(--quiet) }
a { color: var(--link) }
code, pre, .tags { font: .8125rem/1.5 ui-monospace, monospace }
button, input, select { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--quiet);
  border-radius: .375rem; padding: .25rem .625rem; min-height: 2.25rem; max-width: 100% }
::placeholder { color: var(--quiet); opacity: 1 }
button { cursor: pointer; background: var(--soft) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
form { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: 1.25rem 0 0 }
label { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; font-size: .8125rem; color: var(--quiet) }
label :is(input, select) { font-size: 1rem; color: var(--text) }
label:first-child { flex: 1 1 16rem }
label select { max-width: 16rem }
#count { margin: .75rem 0; color: var(--quiet) }
table, thead, tbody, th, td { display: block }
tr { display: grid; grid-template-columns: 31fr 11fr 9fr 11fr 14fr 13fr 11fr }
tbody { content-visibility: auto; contain-intrinsic-size: auto 6.25rem; border-bottom: 1px solid var(--line) }
th, td { text-align: left; vertical-align: top; padding: .625rem .75rem .25rem 0; font-weight: 400 }
thead { position: sticky; top: 0; z-index: 1; background: var(--back); border-bottom: 2px solid var(--line) }
thead th { padding: .375rem .75rem .375rem 0; font-weight: 600 }
thead button { border: 0; background: none; padding: .25rem 0; font-weight: 600; text-align: left }
thead button:hover { text-decoration: underline }
[aria-sort=ascending] button::after { content: " \\25B2" / "" }
[aria-sort=descending] button::after { content: " \\25BC" / "" }
tbody b { font-weight: 600 }
small, .none { color: var(--quiet); font-size: .8125rem }
td small { display: block }
ul { list-style: none; margin: 0; padding: 0 }
.tags { display: flex; flex-wrap: wrap; gap: .25rem; margin-top: .25rem }
.platforms { display: flex; flex-wrap: wrap; column-gap: .625rem }
.tags li { background: var(--soft); border-radius: .25rem; padding: 0 .375rem }
td[colspan] { grid-column: 1 / -1; padding: 0 0 .5rem }
summary { cursor: pointer; width: fit-content; max-width: 100%; padding: .25rem .5rem .25rem 0; color: var(--link); font-size: .875rem }
dl { margin: .25rem 0 .5rem; padding: .25rem 1rem 1rem; background: var(--soft); border-radius: .5rem; font-size: .875rem }
dt { font-weight: 600; margin-top: .75rem }
dd { margin: 0 }
.pull { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin: .25rem 0 }
.pull button { background: var(--back); padding: 0 .5rem; min-height: 1.75rem }
pre { margin: .25rem 0; columns: 16rem; column-gap: 2rem; white-space: pre-wrap }
.js #sets { display: none }
.quietly { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (width < 52rem) {
  body { padding: 1rem }
  #theme { order: 1 }
  .js thead tr::before { content: "Sort by"; flex-basis: 100%; color: var(--quiet); font-size: .8125rem }
  label, label select { flex: 1 1 9rem; max-width: none }
  thead tr { display: flex; flex-wrap: wrap; column-gap: 1rem }
  thead { position: static }
  thead th { padding: 0 }
  tbody { padding: .75rem 0 .25rem; contain-intrinsic-size: auto 17rem }
  tbody tr { display: block }
  tbody th, tbody td { padding: 0 0 .125rem }
  tbody td:not([colspan]) { display: grid; grid-template-columns: 6rem 1fr }
  tbody td:not([colspan])::before { color: var(--quiet) }
  td:nth-child(2)::before { content: "Version" } td:nth-child(3)::before { content: "Python" }
  td:nth-child(4)::before { content: "Base" } td:nth-child(5)::before { content: "Platforms" }
  td:nth-child(6)::before { content: "Size" } td:nth-child(7)::before { content: "Made" }
  td small { grid-column: 2 }
  .tags { margin-bottom: .375rem }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`;
