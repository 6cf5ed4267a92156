"""Compile the modules between a text and its dates while a wheel is built, where that can be done.

mypyc (https://mypyc.readthedocs.io) makes an extension module of each; the package reads the same with or without them,
a third slower without. So a build that cannot compile goes on without them, and says so. `DIPLOCAL_COMPILE` in the
environment decides: 0, never compile; 1, fail where it can't be done, as a release should. An editable installation is
never compiled: its sources would be hidden.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.wheel import WheelBuilderConfig

WANTED = os.environ.get("DIPLOCAL_COMPILE", "")
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

setup(
    name="diplocal",
    ext_modules=mypycify(["--ignore-missing-imports", *sys.argv.pop().split()], opt_level="3", debug_level="0"),
    options={"build_ext": {"inplace": True}},
)
"""


class CompileHook(BuildHookInterface[WheelBuilderConfig]):
    """Adds compiled modules to a wheel. They are built in a folder of their own, never beside the sources."""

    _folder: TemporaryDirectory[str] | None = None  # until the wheel holds what is in it

    def dependencies(self) -> list[str]:
        """What compiling needs: mypyc, and the packages whose types it looks at."""
        return ["mypy[mypyc]>=1.17", *self.metadata.core.dependencies] if _can_compile() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the modules put into the wheel."""
        if version == "editable" or not _can_compile():
            return
        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        if problem := _compile(Path(self.root, "src"), folder, self.config["modules"]):
            if WANTED == "1":
                raise RuntimeError(f"cannot compile:\n{problem}")
            self.app.display_warning(f"diplocal is installed without compiled modules:\n{problem}")
            return
        suffix = sysconfig.get_config_var("EXT_SUFFIX")
        modules = [path for path in folder.rglob(f"*{suffix}") if not path.is_relative_to(folder / "build")]
        build_data["force_include"].update({str(path): str(path.relative_to(folder)) for path in modules})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was built, once it is in the wheel."""
        if self._folder is not None:
            self._folder.cleanup()


def _can_compile() -> bool:
    """Whether to try: mypyc compiles for CPython, with the C compiler that setuptools will look for."""
    if WANTED:
        return WANTED == "1"
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    return sys.implementation.name == "cpython" and shutil.which(compiler.split()[0]) is not None


def _compile(sources: Path, folder: Path, patterns: list[str]) -> str:
    """Compile a copy of the sources in a folder; what went wrong, or nothing."""
    shutil.copytree(sources, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    modules = {path for pattern in patterns for path in folder.glob(pattern)}
    names = " ".join(sorted(str(path.relative_to(folder)) for path in modules))
    command = [sys.executable, "-c", SETUP, "build_ext", names]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    return (done.stdout + done.stderr)[-2000:] if done.returncode else ""
