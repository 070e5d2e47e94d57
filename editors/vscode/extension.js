// Starts `cxmap lsp` for YAML files, and says what to do where it cannot.
const { env, Uri, window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const HOW = "https://github.com/cxmap/cxmap/blob/main/docs/how-to/editor.md";
let client;

async function start() {
  const command = workspace.getConfiguration("cxmap").get("path");
  const server = { command, args: ["lsp"] };
  client = new LanguageClient("cxmap", "cxmap", server, {
    documentSelector: [
      { scheme: "file", language: "yaml" },
      { scheme: "file", pattern: "**/*.cxmap.{yaml,yml}" },
    ],
    synchronize: {
      fileEvents: workspace.createFileSystemWatcher("**/{*.yaml,*.yml,*.toml,cxmap-baseline.json}"),
    },
  });
  try {
    await client.start();
  } catch {
    client = undefined;
    const help = "How to install it";
    const message = `cxmap: '${command} lsp' does not start; install 'cxmap[lsp]', or set cxmap.path to it.`;
    if ((await window.showErrorMessage(message, help)) === help) {
      await env.openExternal(Uri.parse(HOW));
    }
  }
}

async function stop() {
  await client?.stop();
  client = undefined;
}

exports.activate = async (context) => {
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("cxmap.path")) {
        await stop();
        await start();
      }
    }),
  );
  await start();
};

exports.deactivate = stop;
