/** The part of the Chrome DevTools Protocol that the host speaks (https://chromedevtools.github.io/devtools-protocol/). */

export type TargetInfo = {
  readonly targetId: string;
  readonly type: string;
  readonly title: string;
  readonly url: string;
  readonly openerId?: string;
};

export type Bounds = {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
  readonly windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen';
};

export type HeaderEntry = { readonly name: string; readonly value: string };

export type PausedRequest = {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
};

export type Evaluated = {
  readonly result: { readonly type: string; readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string; readonly value?: unknown };
  };
};

type FrameInfo = { readonly id: string; readonly parentId?: string; readonly loaderId: string; readonly url: string };

export type CdpEvents = {
  'Target.attachedToTarget': { sessionId: string; targetInfo: TargetInfo; waitingForDebugger: boolean };
  'Target.detachedFromTarget': { sessionId: string };
  'Target.targetInfoChanged': { targetInfo: TargetInfo };
  'Inspector.targetCrashed': Record<string, never>;
  'Page.frameNavigated': { frame: FrameInfo };
  'Page.navigatedWithinDocument': { frameId: string; url: string };
  'Page.windowOpen': { url: string; windowName: string; windowFeatures: string[] };
  'Page.frameResized': Record<string, never>;
  'Page.domContentEventFired': Record<string, never>;
  'Page.loadEventFired': Record<string, never>;
  'Page.lifecycleEvent': { frameId: string; name: string };
  'Runtime.executionContextCreated': {
    context: { id: number; name: string; auxData?: { frameId?: string; isDefault?: boolean } };
  };
  'Runtime.executionContextDestroyed': { executionContextId: number };
  'Runtime.executionContextsCleared': Record<string, never>;
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number };
  'Runtime.consoleAPICalled': {
    type: string;
    args: { type: string; value?: unknown; description?: string }[];
    stackTrace?: { callFrames: { url: string; lineNumber: number }[] };
  };
  'Fetch.requestPaused': PausedRequest;
};

type Command<P, R = object> = { params: P; result: R };

export type CdpCommands = {
  'Browser.close': Command<object>;
  'Browser.getVersion': Command<object, { product: string }>;
  'Browser.getWindowForTarget': Command<{ targetId: string }, { windowId: number; bounds: Bounds }>;
  'Browser.setWindowBounds': Command<{ windowId: number; bounds: Bounds }>;
  'Browser.setPermission': Command<{
    permission: { name: string; sysex?: boolean };
    setting: 'granted' | 'denied' | 'prompt';
    origin: string;
  }>;
  'Browser.setDownloadBehavior': Command<{ behavior: 'deny' }>;
  'Target.setAutoAttach': Command<{ autoAttach: boolean; waitForDebuggerOnStart: boolean; flatten: boolean }>;
  'Target.setDiscoverTargets': Command<{ discover: boolean }>;
  'Target.createTarget': Command<
    { url: string; newWindow: boolean; width: number; height: number; background?: boolean },
    { targetId: string }
  >;
  'Target.closeTarget': Command<{ targetId: string }>;
  'Target.activateTarget': Command<{ targetId: string }>;
  'Page.enable': Command<object>;
  'Page.setLifecycleEventsEnabled': Command<{ enabled: boolean }>;
  'Page.close': Command<object>;
  'Page.crash': Command<object>;
  'Page.reload': Command<object>;
  'Page.printToPDF': Command<
    {
      landscape?: boolean;
      printBackground?: boolean;
      /** In inches, as all that follows. */
      paperWidth?: number;
      paperHeight?: number;
      marginTop?: number;
      marginBottom?: number;
      marginLeft?: number;
      marginRight?: number;
    },
    { data: string }
  >;
  'Page.navigate': Command<{ url: string }, { errorText?: string }>;
  'Page.bringToFront': Command<object>;
  'Page.addScriptToEvaluateOnNewDocument': Command<{ source: string; worldName?: string }>;
  'Emulation.setEmulatedMedia': Command<{ features: readonly { name: string; value: string }[] }>;
  'Emulation.setScriptExecutionDisabled': Command<{ value: boolean }>;
  'Emulation.setDefaultBackgroundColorOverride': Command<{ color: { r: number; g: number; b: number; a: number } }>;
  'Runtime.enable': Command<object>;
  'Runtime.runIfWaitingForDebugger': Command<object>;
  'Runtime.addBinding': Command<{ name: string; executionContextName: string }>;
  'Runtime.evaluate': Command<
    {
      expression: string;
      contextId?: number;
      awaitPromise?: boolean;
      returnByValue?: boolean;
      userGesture?: boolean;
      silent?: boolean;
    },
    Evaluated
  >;
  'Fetch.enable': Command<{ patterns: readonly { urlPattern: string }[] }>;
  'Fetch.continueRequest': Command<{ requestId: string; url?: string }>;
  'Fetch.failRequest': Command<{ requestId: string; errorReason: string }>;
  'Fetch.fulfillRequest': Command<{
    requestId: string;
    responseCode: number;
    responseHeaders: readonly HeaderEntry[];
    body: string;
  }>;
};
