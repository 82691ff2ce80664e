/** Keeps what fails while it is drawn from taking everything around it along. */
import { Component, type ReactNode } from 'react';

type Props = {
  /** Once this is another one, the children are tried again. */
  readonly resetOn: unknown;
  /** What stands in their place. The error is whatever was thrown. */
  readonly fallback: (error: unknown) => ReactNode;
  readonly children: ReactNode;
};

type State = { readonly failed: { readonly error: unknown } | null; readonly resetOn: unknown };

export class ViewBoundary extends Component<Props, State> {
  override state: State = { failed: null, resetOn: this.props.resetOn };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps({ resetOn }: Props, state: State): Partial<State> | null {
    return resetOn === state.resetOn ? null : { resetOn, failed: null };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    return failed === null ? this.props.children : this.props.fallback(failed.error);
  }
}
