// The rule editor: a pack's files, the code with its diagnostics, what a save changes, a playground.
import { api } from "./api.js";
import { changesPanel } from "./changes.js";
import { codeEditor } from "./code.js";
import { completion } from "./complete.js";
import { announce, bdi, button, debounce, emptyState, fill, h, showError } from "./dom.js";
import { languageOf } from "./lua.js";
import { playgroundPanel } from "./playground.js";
import { go, hrefOf } from "./route.js";
import { count, plural, t } from "./strings.js";

const largest = 300_000;
const kinds = [["rule", "Rules"], ["lib", "Library"], ["lexicon", "Lexicons"], ["test", "Test cases"], ["manifest", "Pack"], ["readme", "Pack"]];

function fileList(files, pack, path, isChanged) {
  const groups = new Map();
  for (const [kind, title] of kinds) {
    const own = files.filter((file) => file.kind === kind);
    if (own.length) groups.set(title, [...(groups.get(title) ?? []), ...own]);
  }
  return [...groups].map(([title, own]) => h("section", {}, h("h2", {}, t(title)), h("ul", {}, own.map((file) => h("li", {},
    h("a", { href: hrefOf("rules", { pack, file: file.path }), "aria-current": file.path === path ? "true" : null },
      bdi(file.path.replace(/^[^/]+\//, "")), isChanged(file.path) && h("span", { class: "unsaved" }, " •", h("span", { class: "unseen" }, t(" not saved")))))))));
}

const hintOf = (diagnostic) => diagnostic.hint && h("span", { class: "hint" }, "; ", bdi(diagnostic.hint));

/** Builds the view. */
export function rulesView() {
  let query = {};
  let state = null;
  let files = [];
  let listed = null;
  let open = null;
  let isSaving = false;
  let names = null;
  // Text that is not saved is kept while one looks at other files: path → {text, hash, base}.
  const drafts = new Map();
  const keyOf = (pack, path) => `${pack}/${path}`;
  const isChanged = (path) => {
    const draft = drafts.get(keyOf(query.pack, path));
    return Boolean(draft && draft.text !== draft.base);
  };

  const editor = codeEditor({ label: t("Code"), id: "code", onChange: edited, onKey: (event) => names.onKey(event) });
  names = completion(editor);
  const packs = h("select", { id: "rules-pack", on: { change: () => go("rules", { pack: packs.value }) } });
  const tree = h("nav", { class: "tree", "aria-label": t("Files") });
  const title = h("h2", { class: "file-name" });
  const status = h("span", { class: "file-status", role: "status" });
  const save = button(t("Save"), saveFile, { class: "main", "aria-keyshortcuts": "Control+S" });
  const problems = h("ul", { class: "problems", tabindex: "0", "aria-label": t("Diagnostics") });
  const frame = h("div", { class: "code-frame" }, editor.element, names.element);
  const notice = h("div", { class: "code-notice", hidden: true });
  const packError = h("p", { class: "pack-error", role: "alert", hidden: true });
  const changes = changesPanel();
  const play = playgroundPanel(() => query.pack);
  const element = h("div", { class: "rules" }, h("h1", { class: "unseen" }, t("Rules")),
    h("div", { class: "files" }, h("label", { class: "label", for: "rules-pack" }, t("Pack")), packs, tree),
    h("div", { class: "editor" }, h("div", { class: "editor-head" }, title, status, save), packError, notice, frame, problems),
    h("div", { class: "side", tabindex: "0", role: "region", "aria-label": t("Changes and playground") },
      h("section", {}, h("h2", {}, t("What changed")), changes.element), h("section", {}, h("h2", {}, t("Playground")), play.element)));

  // Files

  async function showPack() {
    if (listed !== query.pack) {
      listed = query.pack;
      files = await api.files(query.pack);
    }
    const wanted = query.file ?? (query.rule && files.find((file) => file.path === `rules/${query.rule}.lua`)?.path) ?? files.find((file) => file.kind === "rule")?.path ?? files[0]?.path;
    if (wanted && wanted !== query.file) return go("rules", { pack: query.pack, file: wanted }, { isStep: false });
    showTree();
    if (wanted) await openFile(wanted);
  }

  function showTree() {
    fill(tree, fileList(files, query.pack, query.file, isChanged));
  }

  async function openFile(path) {
    const key = keyOf(query.pack, path);
    if (open?.key === key) return;
    const size = files.find((file) => file.path === path)?.bytes ?? 0;
    open = { key, pack: query.pack, path, isLarge: size > largest };
    fill(title, bdi(path));
    fill(problems);
    frame.hidden = open.isLarge;
    notice.hidden = !open.isLarge;
    if (open.isLarge) {
      fill(notice, emptyState(t("Too large to edit here"), t("This file has {size} KB. Open it in your editor; the studio sees when you save it.", { size: Math.round(size / 1000) })));
      return showStatus();
    }
    const mine = open;
    if (!drafts.has(key)) {
      try {
        const file = await api.file(query.pack, path);
        drafts.set(key, { text: file.text, base: file.text, hash: file.hash });
      } catch (error) {
        // Not the text of the file before, under the name of this one.
        if (open === mine) showNoFile(error);
        return;
      }
    }
    if (open !== mine) return;
    editor.setText(drafts.get(key).text, languageOf(path));
    editor.element.scrollTop = 0;
    showStatus();
    check();
  }

  function showNoFile(error) {
    open = null;
    frame.hidden = true;
    notice.hidden = false;
    fill(notice, emptyState(error.message, error.hint));
    showStatus();
  }

  const packOf = () => state?.packs.find((pack) => pack.name === query.pack);

  /** A file's path as the tree has it; null for one of another pack. */
  const pathInPack = (file) => file?.startsWith(`${packOf()?.path}/`) ? file.slice(packOf().path.length + 1) : null;

  /** Why the saved pack does not load: until it does nothing runs. */
  function showPackError() {
    const pack = packOf();
    const error = pack?.error;
    const path = error && pathInPack(error.file);
    const says = t("The pack as it is saved does not load; its findings are those it made before.");
    const text = error && `${path ?? error.file}:${error.line ?? 1}: ${error.message}`;
    packError.hidden = !error;
    if (error) changes.refused();
    // The same words again would be read out again.
    if (!error || packError.dataset.text === text) return;
    packError.dataset.text = text;
    fill(packError, says, " ",
      path ? h("a", { href: hrefOf("rules", { pack: query.pack, file: path }) }, bdi(`${path}:${error.line ?? 1}`)) : bdi(error.file), ": ", bdi(error.message), hintOf(error));
  }

  const isWritable = () => packOf()?.writable !== false;

  function showStatus(text) {
    const changed = open && isChanged(open.path);
    save.disabled = !changed || !isWritable();
    status.textContent = text ?? (!isWritable() ? t("read only") : changed ? t("not saved") : "");
    editor.element.setAttribute("aria-readonly", String(!isWritable()));
  }

  function edited(text) {
    const draft = open && drafts.get(open.key);
    if (!draft) return;
    const before = isChanged(open.path);
    draft.text = text;
    showStatus();
    if (before !== isChanged(open.path)) showTree();
    if (open.path.endsWith(".lua")) names.update();
    check();
  }

  // Diagnostics

  let controller = null;
  const check = debounce(300, async () => {
    if (!open || open.isLarge || !/\.(lua|toml|tsv|txt)$/.test(open.path)) return;
    controller?.abort();
    controller = new AbortController();
    const mine = open;
    try {
      const { diagnostics } = await api.check({ pack: mine.pack, path: mine.path, text: editor.text }, controller.signal);
      if (open === mine) showProblems(diagnostics);
    } catch (error) {
      if (error.name !== "AbortError" && open === mine) fill(problems, h("li", { class: "problem", dir: "auto" }, error.message));
    }
  });

  function showProblems(diagnostics) {
    const here = diagnostics.filter((one) => !one.file || one.file.endsWith(open.path));
    editor.mark(here);
    fill(problems, diagnostics.map((one) => {
      const isHere = here.includes(one);
      const text = [h("span", { class: ["problem-kind", `is-${one.severity}`] }, `${one.severity} ${one.code}`), " ", h("span", { class: "problem-place" }, isHere ? `${one.line}:${one.column}` : bdi(`${pathInPack(one.file) ?? one.file}:${one.line}`)), " ", bdi(one.message), hintOf(one)];
      return h("li", { class: "problem" }, isHere ? button(text, () => {
        editor.focus();
        const start = editor.placeAt(one.line, one.column || 1);
        editor.select(start, editor.placeAt(one.line, (one.column || 1) + (one.length ?? 0)));
      }, { class: "quiet" }) : text);
    }));
    if (here.length) announce(plural(here.length, "diagnostic", "diagnostics"));
  }

  // Saving

  async function saveFile() {
    const mine = open;
    const draft = mine && drafts.get(mine.key);
    if (!draft || !isChanged(mine.path) || !isWritable()) return;
    const { text } = draft;
    // Test cases and the README are in no run.
    if (!/^(tests\/|README)/.test(mine.path)) changes.waiting();
    showStatus(t("saving …"));
    isSaving = true;
    try {
      const { hash } = await api.save(mine.pack, { path: mine.path, text, hash: draft.hash });
      Object.assign(draft, { base: text, hash });
      showStatus(t("saved"));
      showTree();
      announce(t("Saved"));
    } catch (error) {
      changes.refused();
      showStatus();
      if (error.status === 409) offerBoth(mine, error);
      else showError(error);
    } finally {
      isSaving = false;
    }
  }

  /** The open file as it is on the disk by now: taken over, unless one is writing in it. */
  async function followDisk() {
    const mine = open;
    const draft = mine && drafts.get(mine.key);
    if (!draft || isSaving || mine.isLarge) return;
    const file = await api.file(mine.pack, mine.path);
    if (open !== mine || isSaving || file.hash === draft.hash) return;
    if (draft.text !== draft.base) return offerBoth(mine, { message: t("The file has changed on the disk while you write in it.") });
    const { start } = editor.caret();
    const top = editor.element.scrollTop;
    Object.assign(draft, { text: file.text, base: file.text, hash: file.hash });
    editor.setText(file.text, languageOf(mine.path));
    if (document.activeElement === editor.element) editor.select(Math.min(start, file.text.length));
    editor.element.scrollTop = top;
    showStatus(t("read anew: changed elsewhere"));
    check();
  }

  /** The file changed on disk meanwhile: one of the two texts has to be chosen. */
  function offerBoth(mine, error) {
    const choose = (text, action) => button(text, async () => {
      try {
        const file = await api.file(mine.pack, mine.path);
        notice.hidden = true;
        await action(file, drafts.get(mine.key));
      } catch (failure) {
        showError(failure);
      }
    });
    notice.hidden = false;
    fill(notice, h("div", { class: "conflict", role: "alert" }, h("p", {}, error.message), h("div", { class: "note-actions" },
      choose(t("Take the file from the disk"), (file, draft) => {
        Object.assign(draft, { text: file.text, base: file.text, hash: file.hash });
        open = null;
        return openFile(mine.path);
      }),
      choose(t("Keep mine and save it"), (file, draft) => {
        Object.assign(draft, { base: file.text, hash: file.hash });
        return saveFile();
      }))));
  }

  addEventListener("beforeunload", (event) => {
    if ([...drafts.values()].some((draft) => draft.text !== draft.base)) event.preventDefault();
  });

  async function show(next) {
    query = next;
    if (!state) return;
    const known = state.packs;
    if (!known.length) return void fill(tree, emptyState(t("No pack"), t("Make one with `hilal new pack NAME`, then open it with `hilal serve -p plugins/NAME INPUT`.")));
    if (!query.pack) return go("rules", { pack: known.find((pack) => pack.rules?.length)?.name ?? known[0].name }, { isStep: false });
    packs.value = query.pack;
    showPackError();
    try {
      await showPack();
      play.run();
    } catch (error) {
      listed = null;
      showError(error);
    }
  }

  return {
    element, show,
    setState(next) {
      state = next;
      fill(packs, state.packs.map((pack) => h("option", { value: pack.name, selected: pack.name === query.pack }, pack.name)));
      showPackError();
    },
    onRun: changes.run,
    onChanges(found) {
      changes.show(found);
      // On a phone the changes lie below the code.
      if (open && status.textContent === t("saved")) showStatus(t("saved: {gained} gained, {lost} lost", { gained: count(found.gainedTotal), lost: count(found.lostTotal) }));
    },
    onPacks() {
      // A file that was saved elsewhere is read anew, unless one is writing in it.
      listed = null;
      for (const [key, draft] of drafts) if (draft.text === draft.base && key !== open?.key) drafts.delete(key);
      followDisk().catch(showError);
    },
    onControlKey(event) {
      if (event.key.toLowerCase() !== "s") return false;
      saveFile();
      return true;
    },
    keys: [["Ctrl+S", "Save and run"], ["Ctrl+Space", "Complete a name"], ["Ctrl+Z", "Take back"], ["Esc", "Leave the code, then the other keys"]],
  };
}
