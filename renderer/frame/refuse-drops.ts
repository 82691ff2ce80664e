/** Nothing dropped onto the page opens anything: only text may be dropped, and only into a field. */

export function refuseDrops(page: Window): void {
  const refuse = (event: DragEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const types = event.dataTransfer?.types ?? [];
    if (isField && !types.includes('Files') && !types.includes('text/uri-list')) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
}
