"""Windows: the parser gives up privileges, the right to write and that to start programs.

Never seen running: this was written from Microsoft's reference on another system. What it does not shut is reading
and the network: that takes an AppContainer, in which the folders that Python lies in would have to be opened to all
such containers first. The self-test tells what came of it.
"""

from __future__ import annotations

import ctypes
import sys

# <winnt.h>
_JOB_LIMITS, _JOB_SURFACE = 9, 4  # JobObjectExtendedLimitInformation, JobObjectBasicUIRestrictions
_ONE_PROCESS, _PROCESS_MEMORY, _NO_DIALOG = 0x8, 0x100, 0x400
_ALL_OF_SURFACE = 0xFF
_NO_CHILDREN, _LOADING = 13, 10  # ProcessChildProcessPolicy, ProcessImageLoadPolicy
_TOKEN_QUERY, _TOKEN_PRIVILEGES, _TOKEN_DEFAULT = 0x8, 0x20, 0x80
_LIST_OF_PRIVILEGES, _INTEGRITY = 3, 25  # TokenPrivileges, TokenIntegrityLevel
_PRIVILEGE_REMOVED = 0x4
_GROUP_INTEGRITY = 0x20
_LOW = "S-1-16-4096"  # SECURITY_MANDATORY_LOW_RID: may write to nothing of the user's
_PRIVILEGES = 64


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        *(("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64), ("flags", ctypes.c_uint32)),
        *(("least", ctypes.c_size_t), ("most", ctypes.c_size_t), ("processes", ctypes.c_uint32)),
        *(("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32), ("scheduling", ctypes.c_uint32)),
    )


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        *(("basic", _BasicLimits), ("io", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t)),
        *(("job_memory", ctypes.c_size_t), ("process_peak", ctypes.c_size_t), ("job_peak", ctypes.c_size_t)),
    )


class _Privilege(ctypes.Structure):
    """LUID_AND_ATTRIBUTES."""

    _fields_ = (("low", ctypes.c_uint32), ("high", ctypes.c_int32), ("attributes", ctypes.c_uint32))


class _Privileges(ctypes.Structure):
    """TOKEN_PRIVILEGES."""

    _fields_ = (("count", ctypes.c_uint32), ("items", _Privilege * _PRIVILEGES))


class _Label(ctypes.Structure):
    """TOKEN_MANDATORY_LABEL."""

    _fields_ = (("sid", ctypes.c_void_p), ("attributes", ctypes.c_uint32))


def restrict_process(memory: int) -> None:
    """Restrict this process for good, in memory (bytes) among others; what fails is left."""
    if sys.platform == "win32":
        kernel, security = ctypes.WinDLL("kernel32"), ctypes.WinDLL("advapi32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        process = ctypes.c_void_p(kernel.GetCurrentProcess())
        _enter_job(kernel, process, memory)
        for policy in (_NO_CHILDREN, _LOADING):
            # The lowest bit of each: no child processes, no libraries from another computer.
            kernel.SetProcessMitigationPolicy(policy, ctypes.byref(ctypes.c_uint32(1)), 4)
        token = ctypes.c_void_p()
        rights = _TOKEN_QUERY | _TOKEN_PRIVILEGES | _TOKEN_DEFAULT
        if security.OpenProcessToken(process, rights, ctypes.byref(token)):
            _remove_privileges(security, token)
            _lower_integrity(security, token)


def _enter_job(kernel: ctypes.CDLL, process: ctypes.c_void_p, memory: int) -> None:
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = _Limits(process_memory=memory)
    limits.basic.flags = _ONE_PROCESS | _PROCESS_MEMORY | _NO_DIALOG
    limits.basic.processes = 1
    kernel.SetInformationJobObject(job, _JOB_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    surface = ctypes.c_uint32(_ALL_OF_SURFACE)
    kernel.SetInformationJobObject(job, _JOB_SURFACE, ctypes.byref(surface), ctypes.sizeof(surface))
    # The handle stays open: the job holds as long as the process does.
    kernel.AssignProcessToJobObject(job, process)


def _remove_privileges(security: ctypes.CDLL, token: ctypes.c_void_p) -> None:
    held = _Privileges()
    length = ctypes.c_uint32()
    if not security.GetTokenInformation(
        token, _LIST_OF_PRIVILEGES, ctypes.byref(held), ctypes.sizeof(held), ctypes.byref(length)
    ):
        return
    for at in range(min(held.count, _PRIVILEGES)):
        held.items[at].attributes = _PRIVILEGE_REMOVED
    security.AdjustTokenPrivileges(token, False, ctypes.byref(held), 0, None, None)


def _lower_integrity(security: ctypes.CDLL, token: ctypes.c_void_p) -> None:
    sid = ctypes.c_void_p()
    if security.ConvertStringSidToSidW(_LOW, ctypes.byref(sid)):
        label = _Label(sid, _GROUP_INTEGRITY)
        security.SetTokenInformation(token, _INTEGRITY, ctypes.byref(label), ctypes.sizeof(label))
