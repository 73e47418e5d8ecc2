// Starts `prodops lsp`, and lets Visual Studio Code speak with it; all that is known is known there.
"use strict";

const { spawn } = require("node:child_process");
const { setTimeout: sleep } = require("node:timers/promises");
const vscode = require("vscode");
const { CloseAction, ErrorAction, LanguageClient } = require("vscode-languageclient/node");

const SELECTOR = [{ scheme: "file", language: "yaml" }];
const MOST_STARTS = 3;
const REST = 200;

/** @type {LanguageClient | undefined} */
let client;
/** @type {vscode.OutputChannel} */
let output;
/** @type {vscode.LanguageStatusItem} */
let status;

/** A client that logs its errors; what they come to is said here, once. */
class Client extends LanguageClient {
  /**
   * @param {string} message
   * @param {unknown} data
   */
  error(message, data) {
    super.error(message, data, false);
  }
}

/**
 * What is to be started, and where.
 * @returns {{ command: string, args: string[], cwd: string | undefined }}
 */
function program() {
  const said = vscode.workspace.getConfiguration("prodops");
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const command = said.get("path", "prodops").replaceAll("${workspaceFolder}", cwd ?? "");
  return { command, args: ["lsp", ...said.get("arguments", [])], cwd };
}

/**
 * Starts the program; what it logs is in the output, and what it said last is kept for whoever has to explain it.
 * @param {string[]} last
 * @returns {Promise<import("node:child_process").ChildProcess>}
 */
function begin(last) {
  const { command, args, cwd } = program();
  return new Promise((resolve, reject) => {
    const made = spawn(command, args, { cwd });
    made.stderr.setEncoding("utf-8").on("data", (text) => {
      output.append(text);
      last.splice(0, last.length, ...[...last, ...text.split("\n").filter(Boolean)].slice(-3));
    });
    made.once("error", reject).once("spawn", () => resolve(made));
  });
}

/** Starts the server; where that fails, says what to do. */
async function start() {
  /** @type {string[]} */
  const last = [];
  let starts = 0;
  show("is starting", true);
  /** @type {Client} */
  const made = new Client("prodops", "prodops", () => ((starts += 1), begin(last)), {
    documentSelector: SELECTOR,
    outputChannel: output,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        const isOver = !made.initializeResult || starts > MOST_STARTS;
        if (isOver && client === made) {
          fail(last, "it has ended");
        }
        return { action: isOver ? CloseAction.DoNotRestart : CloseAction.Restart, handled: true };
      },
    },
  });
  client = made;
  try {
    await made.start();
    show(`${made.initializeResult?.serverInfo?.version ?? ""} looks at the catalog`.trim());
  } catch (error) {
    if (client === made) {
      fail(last, error instanceof Error ? error.message : String(error));
    }
  }
}

/**
 * Says once that nothing runs, why, and what to do.
 * @param {string[]} last what the program said, which may still be on its way
 * @param {string} otherwise
 */
async function fail(last, otherwise) {
  client = undefined;
  show("is not running", false, vscode.LanguageStatusSeverity.Error);
  await sleep(REST);
  const { command, args } = program();
  const why = last.join(" ") || otherwise;
  const hint = /ENOENT|EACCES/.test(why) ? "there is no such program; install prodops, or say where it is" : why;
  const said = `\`${[command, ...args].join(" ")}\`: ${hint}`;
  const chosen = await vscode.window.showErrorMessage(said, "Say where it is", "Show output", "Try again");
  switch (chosen) {
    case "Say where it is":
      return vscode.commands.executeCommand("workbench.action.openSettings", "prodops.path");
    case "Show output":
      return output.show();
    case "Try again":
      return restart();
  }
}

/**
 * Shows beside the language of a file how the server is.
 * @param {string} text
 * @param {boolean} busy
 */
function show(text, busy = false, severity = vscode.LanguageStatusSeverity.Information) {
  status.text = `prodops ${text}`;
  status.busy = busy;
  status.severity = severity;
}

/** Ends the server, if there is one. */
async function stop() {
  const running = client;
  client = undefined;
  await running?.stop().catch(() => undefined); // one that never ran can't be ended
}

/** Ends the server, and starts it again. */
async function restart() {
  await stop();
  await start();
}

/**
 * A folder with a catalog is open.
 * @param {vscode.ExtensionContext} context
 */
async function activate(context) {
  output = vscode.window.createOutputChannel("prodops");
  status = vscode.languages.createLanguageStatusItem("prodops", SELECTOR);
  status.command = { command: "prodops.restart", title: "Restart" };
  context.subscriptions.push(
    output,
    status,
    vscode.commands.registerCommand("prodops.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("prodops.path") || change.affectsConfiguration("prodops.arguments")) {
        await restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
