// Starts `prodops lsp`, and lets Visual Studio Code speak with it; all that is known is known there.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

/**
 * The program that is to be started.
 * @returns {string}
 */
function program() {
  const said = vscode.workspace.getConfiguration("prodops").get("path", "prodops");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  return said.replaceAll("${workspaceFolder}", folder);
}

/** Starts the server; where that fails, says what to do. */
async function start() {
  const command = program();
  client = new LanguageClient(
    "prodops",
    "prodops",
    { command, args: ["lsp"] },
    { documentSelector: [{ scheme: "file", language: "yaml" }] },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    await explain(command, error);
  }
}

/**
 * Says why nothing was started.
 * @param {string} command
 * @param {unknown} error
 */
async function explain(command, error) {
  const choose = "Choose the program";
  const why = error instanceof Error ? error.message : String(error);
  const said = `\`${command} lsp\` could not be started (${why}). Install prodops with its extra "lsp", or say where it is.`;
  if ((await vscode.window.showErrorMessage(said, choose)) === choose) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "prodops.path");
  }
}

/** Ends the server, if there is one. */
async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
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
  context.subscriptions.push(
    vscode.commands.registerCommand("prodops.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("prodops.path")) {
        await restart();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
