"""Sets up Findling with all that the checks need, and runs the tests; arguments go to pytest."""

import sys

import interpreter


def main(arguments: "list[str]") -> int:
    """Run the tests; the exit code is pytest's, or 3 if the set-up failed."""
    obstacle = interpreter.find_obstacle()
    if obstacle:
        print(obstacle, file=sys.stderr)
        return 3
    import environment
    import session

    try:
        environment.prepare(tools=True, window=True)
        missing = session.find_obstacle(screen=False)
        if missing:
            print(missing, file=sys.stderr)
            return 3
        return environment.call(str(environment.PYTHON), "-m", "pytest", *arguments)
    except environment.SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
