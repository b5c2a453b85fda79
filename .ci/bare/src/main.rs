//! The founding share, computed without the standard library.
//!
//! Exits with 0 when the figures are right, with another number when not.
#![no_std]
#![no_main]

extern crate alloc;

use alloc::string::ToString;
use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::panic::PanicInfo;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicUsize, Ordering};

use standard_land::{Area, Ratio, Rounding};

/// Memory that is handed out once and never taken back.
struct Bump {
    memory: UnsafeCell<[u8; Bump::SIZE]>,
    used: AtomicUsize,
}

impl Bump {
    const SIZE: usize = 1 << 16;
}

// SAFETY: each byte is handed out once, by one atomic addition.
unsafe impl Sync for Bump {}

// SAFETY: blocks lie inside `memory`, are aligned as asked and never overlap.
unsafe impl GlobalAlloc for Bump {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let wanted = layout.size() + layout.align();
        let start = self.used.fetch_add(wanted, Ordering::Relaxed);
        if start + wanted > Self::SIZE {
            return null_mut();
        }
        // SAFETY: `start` is below the size.
        let block = unsafe { self.memory.get().cast::<u8>().add(start) };
        // SAFETY: at most `align` further bytes, which were added above.
        unsafe { block.add(block.align_offset(layout.align())) }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static MEMORY: Bump = Bump {
    memory: UnsafeCell::new([0; Bump::SIZE]),
    used: AtomicUsize::new(0),
};

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// What the precompiled `alloc` asks for when a panic unwinds; none does here.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

#[unsafe(no_mangle)]
extern "C" fn _Unwind_Resume() -> ! {
    loop {}
}

fn share(rounding: Rounding) -> Option<bool> {
    let part: Area = "5.74 ha".parse().ok()?;
    let share: Ratio = part.share_of("37.18 ha".parse().ok()?).ok()?;
    let printed = share.percent(rounding).ok()?.to_string();
    Some(printed == "15.43%")
}

#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    let truncated = share(Rounding::toward_zero(2)) == Some(true);
    let nearest = share(Rounding::half_even(2)) == Some(false);
    if truncated && nearest { 0 } else { 1 }
}
