/* For Wine alone: what Qt and Rust ask of three libraries of Windows that Wine 8 lacks. */
/* Every call but that for random numbers answers 0. */
#define ANSWERS_0(name) __declspec(dllexport) void *name(void) { return 0; }

#ifdef ICUUC
ANSWERS_0(ucnv_open) ANSWERS_0(ucnv_close) ANSWERS_0(ucnv_reset) ANSWERS_0(ucnv_getMaxCharSize) ANSWERS_0(ucnv_getName)
ANSWERS_0(ucnv_getToUCallBack) ANSWERS_0(ucnv_setToUCallBack) ANSWERS_0(ucnv_getFromUCallBack)
ANSWERS_0(ucnv_setFromUCallBack) ANSWERS_0(ucnv_cbToUWriteUChars) ANSWERS_0(ucnv_cbFromUWriteUChars)
ANSWERS_0(ucnv_toUnicode) ANSWERS_0(ucnv_fromUnicode) ANSWERS_0(ucnv_toUCountPending) ANSWERS_0(ucnv_fromUCountPending)
ANSWERS_0(ucnv_getStandardName) ANSWERS_0(ucnv_getAvailableName) ANSWERS_0(ucnv_countAvailable)
ANSWERS_0(UCNV_FROM_U_CALLBACK_SUBSTITUTE) ANSWERS_0(UCNV_TO_U_CALLBACK_SUBSTITUTE)
#endif

#ifdef MSCMS
ANSWERS_0(GetColorProfileFromHandle) ANSWERS_0(CloseColorProfile) ANSWERS_0(WcsCreateIccProfile)
ANSWERS_0(OpenColorProfileW)
#endif

#ifdef BCRYPTPRIMITIVES
/* The random numbers of the system, by the older door that Wine has. */
__declspec(dllimport) unsigned char SystemFunction036(void *target, unsigned long size);

__declspec(dllexport) int ProcessPrng(unsigned char *target, unsigned long long size) {
    return SystemFunction036(target, (unsigned long)size);
}
#endif
